// SPDX-License-Identifier: Apache-2.0
#include "command/sparql.hpp"

#include "command/sparql_helper.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <sstream>
#include <utility>
#include <vector>

namespace nom::command {

namespace {

Fault system_fault(const std::string& what) {
  return {FaultKind::io, what + ": " + std::strerror(errno), {"sparql", 0, 0, {}}, ""};
}

/// One end of a pipe.
class End {
 public:
  End() = default;
  explicit End(int file) : file_(file) {}
  End(End&& other) noexcept : file_(std::exchange(other.file_, -1)) {}
  End& operator=(End&& other) noexcept {
    std::swap(file_, other.file_);
    return *this;
  }
  ~End() { close(); }

  void close() {
    if (file_ >= 0) {
      (void)::close(std::exchange(file_, -1));
    }
  }

  [[nodiscard]] int get() const { return file_; }

 private:
  int file_ = -1;
};

struct Pipe {
  End read;
  End write;
};

Result<Pipe> new_pipe() {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) {
    return system_fault("cannot make a pipe");
  }
  return Pipe{End(ends[0]), End(ends[1])};
}

/// The seconds that a query has.
class Deadline {
 public:
  explicit Deadline(const Query& query)
      : query_(query), end_(Clock::now() + std::chrono::seconds(query.seconds)) {}

  /// Waits until something happens to one of the files. Fails with FaultKind::io when time is up.
  template <std::size_t count>
  Result<Done> wait(std::array<pollfd, count>& files) const {
    int most = -1;
    if (query_.seconds > 0) {
      const auto left =
          std::chrono::duration_cast<std::chrono::milliseconds>(end_ - Clock::now()).count();
      if (left <= 0) {
        return Fault{FaultKind::io,
                     "no answer within " + std::to_string(query_.seconds) + " s",
                     {query_.file, 0, 0, {}},
                     "--time gives it more seconds, --time 0 as many as it needs"};
      }
      most = static_cast<int>(std::min<long long>(left, 60'000));
    }
    if (poll(files.data(), files.size(), most) < 0 && errno != EINTR) {
      return system_fault("cannot wait for the engine");
    }
    return Done{};
  }

 private:
  using Clock = std::chrono::steady_clock;

  const Query& query_;
  Clock::time_point end_;
};

/// What is written goes to the engine, until it stops reading: then it has something to say. The
/// file does not block.
class ToEngine : public Sink {
 public:
  ToEngine(int file, const Deadline& deadline) : file_(file), deadline_(deadline) {}

  Result<Done> write(std::string_view bytes) override {
    while (!bytes.empty() && !gone_) {
      const ssize_t written = ::write(file_, bytes.data(), bytes.size());
      if (written >= 0) {
        bytes.remove_prefix(static_cast<std::size_t>(written));
      } else if (errno == EAGAIN) {
        std::array<pollfd, 1> polled = {{{file_, POLLOUT, 0}}};
        if (Result<Done> waited = deadline_.wait(polled); !waited) {
          return waited;
        }
      } else if (errno == EPIPE) {
        gone_ = true;
      } else if (errno != EINTR) {
        return system_fault("cannot write to the engine");
      }
    }
    return Done{};
  }

 private:
  int file_;
  const Deadline& deadline_;
  bool gone_ = false;
};

/// Node.js with the engine. It is ended with this object if it has not ended.
class Engine {
 public:
  static Result<Engine> start(const std::string& folder, const Query& query) {
    Result<Pipe> in = new_pipe();
    Result<Pipe> out = new_pipe();
    Result<Pipe> messages = new_pipe();
    for (const Result<Pipe>* made : {&in, &out, &messages}) {
      if (!*made) {
        return made->error();
      }
    }
    // Only our end: the engine has its own, and may wait.
    if (fcntl(in->write.get(), F_SETFL, O_NONBLOCK) != 0) {
      return system_fault("cannot set up a pipe");
    }
    const std::string script(embedded::sparql_helper()[0].second);
    const std::string rows = std::to_string(query.rows);
    std::vector<const char*> arguments = {
        "node", "-e", script.c_str(), folder.c_str(), query.form.c_str(), rows.c_str(), nullptr};
    const pid_t child = fork();
    if (child < 0) {
      return system_fault("cannot start a process");
    }
    if (child == 0) {
      // The ends that are not made standard ones close by themselves.
      if (dup2(in->read.get(), STDIN_FILENO) >= 0 && dup2(out->write.get(), STDOUT_FILENO) >= 0 &&
          dup2(messages->write.get(), STDERR_FILENO) >= 0 && signal(SIGPIPE, SIG_DFL) != SIG_ERR) {
        for (const char* name : {"node", "nodejs"}) {
          (void)execvp(name, const_cast<char* const*>(arguments.data()));
        }
      }
      _exit(no_node);
    }
    return Engine(child, std::move(in->write), std::move(out->read), std::move(messages->read));
  }

  Engine(Engine&& other) noexcept
      : child_(std::exchange(other.child_, -1)),
        in_(std::move(other.in_)),
        out_(std::move(other.out_)),
        messages_(std::move(other.messages_)) {}
  Engine& operator=(Engine&&) = delete;

  ~Engine() {
    if (child_ > 0) {
      (void)kill(child_, SIGKILL);
      (void)waitpid(child_, nullptr, 0);
    }
  }

  [[nodiscard]] int in() const { return in_.get(); }

  /// Takes what it says until it ends.
  Result<Done> listen(const Deadline& deadline, std::string& out, std::string& messages) {
    in_.close();
    std::array<std::pair<End*, std::string*>, 2> open = {{{&out_, &out}, {&messages_, &messages}}};
    while (out_.get() >= 0 || messages_.get() >= 0) {
      std::array<pollfd, 2> polled = {{{out_.get(), POLLIN, 0}, {messages_.get(), POLLIN, 0}}};
      if (Result<Done> waited = deadline.wait(polled); !waited) {
        return waited;
      }
      for (std::size_t i = 0; i < open.size(); ++i) {
        if ((polled.at(i).revents & (POLLIN | POLLHUP | POLLERR)) != 0) {
          std::array<char, 1U << 16U> buffer{};
          const ssize_t size = ::read(open.at(i).first->get(), buffer.data(), buffer.size());
          if (size > 0) {
            open.at(i).second->append(buffer.data(), static_cast<std::size_t>(size));
          } else if (size == 0 || errno != EINTR) {
            open.at(i).first->close();
          }
        }
      }
    }
    return Done{};
  }

  /// Its exit code; -1 if it was killed.
  int ended() {
    int status = 0;
    while (waitpid(child_, &status, 0) < 0 && errno == EINTR) {
    }
    child_ = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

  static constexpr int no_node = 127;
  // As sparql.js has them; Node's own codes are others.
  static constexpr int found = 40;
  static constexpr int nothing = 41;

 private:
  Engine(pid_t child, End in, End out, End messages)
      : child_(child), in_(std::move(in)), out_(std::move(out)), messages_(std::move(messages)) {}

  pid_t child_;
  End in_;
  End out_;
  End messages_;
};

/// "error LINE COLUMN MESSAGE" among the messages.
std::optional<Fault> query_fault(const std::string& file, const std::string& messages) {
  std::istringstream lines(messages);
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    std::string word;
    Where where{file, 0, 0, {}};
    if (words >> word >> where.line >> where.column && word == "error") {
      std::string message;
      std::getline(words >> std::ws, message);
      return Fault{FaultKind::syntax, message, where, ""};
    }
  }
  return std::nullopt;
}

/// What Node.js says of an error: the first line that names one, else the first.
std::string failure_in(const std::string& messages) {
  std::istringstream lines(messages);
  for (std::string line; std::getline(lines, line);) {
    if (line.find("Error: ") != std::string::npos || line.find("ERROR: ") != std::string::npos) {
      return line;
    }
  }
  return messages.empty() ? "it ended without a word" : messages.substr(0, messages.find('\n'));
}

std::optional<std::string> cut_in(const std::string& messages) {
  constexpr std::string_view begin = "cut ";
  const bool has = messages.starts_with(begin);
  return has ? std::optional(messages.substr(begin.size(), messages.find('\n') - begin.size()))
             : std::nullopt;
}

}  // namespace

std::optional<std::string> engine_folder() {
  namespace fs = std::filesystem;
  const auto variable = [](const char* name) {
    const char* const value = std::getenv(name);
    return std::string(value == nullptr ? "" : value);
  };
  std::string folder = variable("NOMENCLATOR_SPARQL");
  if (folder.empty()) {
    const std::string data = variable("XDG_DATA_HOME");
    folder = (data.empty() ? variable("HOME") + "/.local/share" : data) + "/nomenclator/sparql";
  }
  std::error_code error;
  const bool there = fs::exists(fs::path(folder) / "node_modules" / "oxigraph", error);
  return there ? std::optional(fs::absolute(folder, error).string()) : std::nullopt;
}

Result<Answered> ask(const std::string& engine_in, const Query& query, const Graph& graph,
                     const FormatOptions& options, Output& out) {
  Result<Engine> engine = Engine::start(engine_in, query);
  if (!engine) {
    return engine.error();
  }
  const Deadline deadline(query);
  ToEngine sink(engine->in(), deadline);
  Result<Done> done = sink.write(std::to_string(query.text.size()) + "\n" + query.text);
  if (done) {
    done = format::find("nquads")->write(graph, options, sink);
  }
  std::string answer;
  std::string messages;
  if (done) {
    done = engine->listen(deadline, answer, messages);
  }
  if (!done) {
    return done.error();
  }
  const int code = engine->ended();
  if (code == Engine::no_node) {
    return Fault{FaultKind::usage,
                 "Node.js cannot be run",
                 {"sparql", 0, 0, {}},
                 "install Debian's nodejs, or run scripts/bootstrap --sparql"};
  }
  if (const auto fault = query_fault(query.file, messages)) {
    return *fault;
  }
  if (code != Engine::found && code != Engine::nothing) {
    return Fault{FaultKind::bug,
                 "the engine failed: " + failure_in(messages),
                 {"sparql", 0, 0, {}},
                 "npm's oxigraph may be broken: run scripts/bootstrap --sparql again"};
  }
  if (const Result<Done> written = out.write(answer); !written) {
    return written.error();
  }
  return Answered{code == Engine::found, cut_in(messages)};
}

}  // namespace nom::command
