// SPDX-License-Identifier: Apache-2.0
#include "command/command.hpp"

#include "check/check.hpp"
#include "command/exports.hpp"
#include "command/graph_file.hpp"
#include "command/input.hpp"
#include "command/ledger_file.hpp"
#include "command/output.hpp"
#include "command/rdf_input.hpp"
#include "command/records.hpp"
#include "command/report.hpp"
#include "command/rules.hpp"
#include "command/sparql.hpp"
#include "extract/extract.hpp"
#include "format/format.hpp"
#include "graph/graph.hpp"
#include "network/network.hpp"
#include "pack/pack.hpp"
#include "query/query.hpp"
#include "rdf/rdf.hpp"
#include "resolve/resolve.hpp"
#include "store/store.hpp"

#include <CLI/CLI.hpp>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <exception>
#include <filesystem>
#include <functional>
#include <iomanip>
#include <iostream>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <sstream>
#include <string>
#include <system_error>
#include <tuple>
#include <utility>
#include <vector>

namespace nom::command {

namespace {

constexpr int nothing_found = 1;
constexpr int wrong_usage = 2;
constexpr int most_threads = 1024;

struct Options {
  InputOptions input;
  std::string question;
  std::vector<std::string> kinds;
  Filter filter;
  std::string on;
  std::string from;
  std::string to;
  std::string results;
  bool explain = false;
  std::vector<std::string> gone;
  std::string out;
  ExportWishes wishes;
  std::string base_wish;
  std::optional<Iri> base;  ///< the wish, checked; else that of what is read
  std::string expect;
  std::size_t rows = 0;
  std::size_t seconds = 60;
  bool stats = false;
  std::string gold;
  std::string ledger;
  std::string one;    ///< of two: to be judged, or to be compared
  std::string other;  ///< the second; path: the other end
  std::string reason;
};

void say(const std::string& message) { std::cerr << message + "\n"; }

int refuse(const std::string& message, const std::string& hint) {
  say("nomenclator: error: " + message + "\n  hint: " + hint);
  return wrong_usage;
}

int refuse_date(const std::string& option, const std::string& text) {
  return refuse(option + ": \"" + text + "\" is not a date",
                "give a day, a month or a year: 2023-11-13, 2023-11, 2023");
}

using Names = std::span<const std::string_view>;

constexpr Names chart_forms = query::results_names;
constexpr Names answer_forms = chart_forms.first(chart_forms.size() - 1);

bool goes_to_terminal(const Options& options) {
  return (options.out.empty() || options.out == "-") && isatty(STDOUT_FILENO) != 0;
}

// The form asked for, which the command line has checked.
query::Results form_of(const Options& options) {
  return query::results_from(options.results)
      .value_or(goes_to_terminal(options) ? query::Results::table : query::Results::tsv);
}

// People who ask are told in words that there are no rows; a table of none would only be its head.
void write_answer(const Options& options, const Answer& answer, Report& report) {
  const query::Results form = form_of(options);
  const bool for_people = form == query::Results::table || form == query::Results::dot;
  if (!for_people || !answer.rows.empty()) {
    write_to(options.out, report,
             [&](Output& out) { return out.write(query::render(answer, form, options.explain)); });
  }
}

// All records of the input, each document once.
std::vector<Record> gather(const Options& options, Report& report) {
  std::vector<Record> records;
  for_each_record(options.input, report, [&records](Record&& record) {
    records.push_back(std::move(record));
    return true;
  });
  Faults faults;
  records = by_document(std::move(records), faults);
  report.add(faults);
  return records;
}

// May there be no records at all, though nothing is wrong? A new graph file has none.
enum class Empty : std::uint8_t { is_refused, may_be };

// The same; no value if there are none, which is said, or if one fault is enough.
std::optional<std::vector<Record>> gather_some(const Options& options, Report& report,
                                               const std::string& without,
                                               Empty empty = Empty::is_refused) {
  std::vector<Record> records = gather(options, report);
  const bool sound = empty == Empty::may_be && report.exit_code(0) == 0;
  if (report.stop() || (records.empty() && !sound)) {
    report.close();
    say("nomenclator: " + without);
    return std::nullopt;
  }
  return records;
}

// The ledger that is said, else those beside the graph files.
std::vector<std::string> ledger_files(const Options& options) {
  if (!options.ledger.empty()) {
    return {options.ledger};
  }
  std::vector<std::string> files = graph_files(options.input.graph_file, options.input.inputs);
  for (std::string& file : files) {
    file += ".ledger";
  }
  return files;
}

Graph graph_of(std::vector<Record> records, const Options& options, Report& report,
               std::vector<Contradiction>* contradictions = nullptr) {
  Ledger ledger;
  for (const std::string& file : ledger_files(options)) {
    for (Judgement& judgement : ledger_in(file, !options.ledger.empty(), report)) {
      ledger.push_back(std::move(judgement));
    }
  }
  Faults faults;
  Graph graph = resolve(std::move(records), ledger, faults, contradictions);
  report.add(faults);
  return graph;
}

// A graph and the base under which it is written if none is given.
struct Loaded {
  Graph graph;
  Iri base = rdf::default_base();
};

// The graph of the input: of one RDF file, or of all records. No value if there is none, which is
// said, or if one fault is enough.
std::optional<Loaded> load(const Options& options, Report& report, const std::string& without,
                           Empty empty = Empty::is_refused,
                           std::vector<Contradiction>* contradictions = nullptr) {
  const std::optional<std::string> file = rdf_file(options.input);
  if (!file) {
    std::optional<std::vector<Record>> records = gather_some(options, report, without, empty);
    return records ? std::optional(
                         Loaded{graph_of(*std::move(records), options, report, contradictions)})
                   : std::nullopt;
  }
  if (!options.ledger.empty()) {
    report.add({FaultKind::usage,
                "no judgement can be used on an RDF file, which is a graph already",
                {options.ledger, 0, 0, {}},
                "give the records from which it was built"});
  }
  std::optional<rdf::ReadGraph> read = read_rdf(*file, report);
  if (report.stop() || !read) {
    report.close();
    say("nomenclator: " + without);
    return std::nullopt;
  }
  return Loaded{std::move(read->graph), std::move(read->base)};
}

int run_extract(const Options& options) {
  Report report(options.input.strict);
  write_to(options.out, report, [&](Output& out) {
    Result<Done> done = Done{};
    for_each_record(options.input, report, [&](Record&& record) {
      done = out.write(record::to_json(record) + "\n");
      return done.has_value();
    });
    // Under --strict a file that lacks something does not get its name.
    return report.stop() ? Result<Done>(Fault{}) : done;
  });
  report.close();
  return report.exit_code(0);
}

// "PERSON|POST" or "PERSON|POST|BODY".
std::optional<Extractor::Expected> expected_from(const std::string& text) {
  std::vector<std::string> parts;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, '|');) {
    const std::size_t begin = part.find_first_not_of(' ');
    const std::size_t end = part.find_last_not_of(' ');
    parts.push_back(begin == std::string::npos ? "" : part.substr(begin, end - begin + 1));
  }
  if (parts.size() < 2 || parts.size() > 3 || parts[0].empty() || parts[1].empty()) {
    return std::nullopt;
  }
  return Extractor::Expected{parts[0], parts[1], parts.size() == 3 ? parts[2] : ""};
}

int run_explain(const Options& options) {
  const auto expected = expected_from(options.expect);
  if (!options.expect.empty() && !expected) {
    return refuse("--expect: \"" + options.expect + "\" is not a fact",
                  "write a person, a post and, if you like, a body: "
                  "--expect \"Ada Quill|Precentor|Choir Council\"");
  }
  Report report(options.input.strict);
  bool came = !expected;
  write_to(options.out, report, [&](Output& out) {
    Result<Done> done = Done{};
    for_each_document(options.input, report, [&](const Extractor& by, const Document& document) {
      if (!expected) {
        done = out.write(by.explain(document));
      } else {
        const Extractor::Expectation told = by.expect(document, *expected);
        came = came || told.came;
        done = out.write(document.id + "\n" + told.text);
      }
      return done.has_value();
    });
    return done;
  });
  report.close();
  return report.exit_code(came ? 0 : nothing_found);
}

// Each finding in the folders' packs, by file and line.
int run_check_pack(const Options& options) {
  Report report(options.input.strict);
  Result<Checked> checked = pack::check(options.input.packs);
  if (!checked) {
    report.add(checked.error());
    return report.exit_code(0);
  }
  std::vector<Fault> findings = checked->findings.all();
  const Faults failed = extract::check_examples(Extractor(checked->pack), checked->examples);
  findings.insert(findings.end(), failed.all().begin(), failed.all().end());
  std::stable_sort(findings.begin(), findings.end(), [](const Fault& x, const Fault& y) {
    return std::tie(x.where.file, x.where.line, x.where.column) <
           std::tie(y.where.file, y.where.line, y.where.column);
  });
  write_to(options.out, report, [&](Output& out) {
    Result<Done> done = Done{};
    for (auto fault = findings.begin(); fault != findings.end() && done; ++fault) {
      done = out.write(to_string(*fault) + "\n");
    }
    return done;
  });
  say("nomenclator: findings " + std::to_string(findings.size()) + ", examples " +
      std::to_string(checked->examples.size()));
  return report.exit_code(findings.empty() ? 0 : nothing_found);
}

using Moment = std::chrono::steady_clock::time_point;

std::string took_since(Moment start) {
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  std::ostringstream text;
  text << ' ' << std::fixed << std::setprecision(2) << took.count() << " s";
  return text.str();
}

void summarise(const Graph& graph, Moment start) {
  std::ostringstream line;
  line << "nomenclator:";
  for (const auto& [name, number] : counts_of(graph)) {
    line << ' ' << name << ' ' << number << ',';
  }
  say(line.str() + took_since(start));
}

// Writes the graph into the folder of `-o`, which is there.
void write_graphs(const Options& options, const Loaded& loaded, Moment start, Report& report) {
  const std::filesystem::path folder(options.out);
  for (const char* name : {"turtle", "ntriples", "graphml"}) {
    const Format* as = format::find(name);
    if (as != nullptr && !report.stop()) {
      FormatOptions how;
      how.base = options.base.value_or(loaded.base);
      const std::string file = "graph." + std::string(as->extension);
      write_graph(loaded.graph, {as, how, (folder / file).string()}, report);
    }
  }
  summarise(loaded.graph, start);
}

// Writes the records and the graph into the folder of `-o`.
void write_folder(const Options& options, std::vector<Record> records, Moment start,
                  Report& report) {
  if (!make_folder(options.out, report)) {
    return;
  }
  const std::filesystem::path folder(options.out);
  write_to((folder / "records.jsonl").string(), report, [&records](Output& out) {
    Result<Done> done = Done{};
    for (auto record = records.begin(); record != records.end() && done; ++record) {
      done = out.write(record::to_json(*record) + "\n");
    }
    return done;
  });
  write_graphs(options, {graph_of(std::move(records), options, report)}, start, report);
}

// Writes what an RDF file says in the other formats.
int build_from_rdf(const Options& options, Moment start) {
  Report report(options.input.strict);
  const std::optional<Loaded> loaded = load(options, report, "nothing was built");
  if (!loaded) {
    return report.exit_code(nothing_found);
  }
  if (make_folder(options.out, report)) {
    write_graphs(options, *loaded, start, report);
  }
  report.close();
  return report.exit_code(0);
}

// Brings the graph file up to date, then writes the folder of what is in it, if one is asked for.
int build_graph_file(Options options, Moment start) {
  Report report(options.input.strict);
  const std::string file = std::exchange(options.input.graph_file, {});
  const std::optional<Updated> updated = update(file, options.gone, options.input, report);
  if (updated) {
    say("nomenclator: added " + std::to_string(updated->added) + ", replaced " +
        std::to_string(updated->replaced) + ", unchanged " + std::to_string(updated->unchanged) +
        ", removed " + std::to_string(updated->removed) + "," + took_since(start));
  }
  if (updated && !options.out.empty() && !report.stop()) {
    options.input.inputs.clear();
    options.input.graph_file = file;
    std::vector<Record> records = gather(options, report);
    if (!report.stop()) {
      write_folder(options, std::move(records), start, report);
    }
  }
  report.close();
  return report.exit_code(0);
}

int run_info(const Options& options) {
  Report report(false);
  Result<Store> store = Store::open(options.input.graph_file, Store::Mode::read);
  const Result<StoreInfo> info = store ? store->info() : Result<StoreInfo>(store.error());
  if (info) {
    const Graph graph = graph_of(gather(options, report), options, report);
    write_answer(options, describe(options.input.graph_file, *info, graph), report);
  } else {
    report.add(info.error());
  }
  report.close();
  return report.exit_code(0);
}

int run_build(const Options& options) {
  const Moment start = std::chrono::steady_clock::now();
  if (rdf_file(options.input)) {
    return build_from_rdf(options, start);
  }
  if (!options.input.graph_file.empty()) {
    return build_graph_file(options, start);
  }
  Report report(options.input.strict);
  std::optional<std::vector<Record>> records = gather_some(options, report, "nothing was built");
  if (!records) {
    return report.exit_code(nothing_found);
  }
  write_folder(options, *std::move(records), start, report);
  report.close();
  return report.exit_code(0);
}

int run_export(Options options) {
  options.wishes.out = options.out;
  Result<Export> to = check(options.wishes);
  if (!to) {
    return refuse(to.error().message, to.error().hint);
  }
  Report report(options.input.strict);
  const std::optional<Loaded> loaded = load(options, report, "nothing was exported");
  if (!loaded) {
    return report.exit_code(nothing_found);
  }
  if (!report.stop()) {
    to->options.base = options.base.value_or(loaded->base);
    write_graph(loaded->graph, *to, report);
  }
  report.close();
  return report.exit_code(0);
}

using Ask = std::function<Answer(const Graph&, std::string_view, const Filter&)>;

// What is asked for: in messages.
struct Question {
  Ask ask;
  const char* thing;
  const char* things;
  const char* without_rows;
};

void explain_nothing(const Options& options, const Question& question, const Answer& answer) {
  const std::string& asked = answer.asked.empty() ? options.question : answer.asked;
  const std::string in = options.filter.place.empty() ? "" : " in \"" + options.filter.place + "\"";
  const std::string on = options.on.empty() ? "" : " on " + options.on;
  if (answer.candidates.size() > 1) {
    say("nomenclator: \"" + asked + "\"" + in + " fits " +
        std::to_string(answer.candidates.size()) + " " + question.things +
        "; ask for one of them:");
    for (const Candidate& candidate : answer.candidates) {
      say("  " + candidate.label + (candidate.note.empty() ? "" : " (" + candidate.note + ")") +
          "  " + candidate.key);
    }
  } else if (answer.same) {
    say("nomenclator: both are " + answer.subject);
  } else if (answer.subject.empty()) {
    say("nomenclator: no " + std::string(question.thing) + " fits \"" + asked + "\"" + in +
        "\n  hint: ask with fewer words");
  } else {
    say("nomenclator: " + std::string(question.without_rows) + " " + answer.subject + on);
  }
}

// The gold files of a folder.
GoldById gold_in(const std::string& folder, Report& report) {
  GoldById gold;
  namespace fs = std::filesystem;
  std::error_code error;
  for (const auto& item : fs::directory_iterator(folder, error)) {
    if (item.path().extension() != ".json") {
      continue;
    }
    const Result<std::string> json = text_of(item.path().string());
    Result<record::Gold> one = json ? record::read_gold(*json, {item.path().string(), 0, 0, {}})
                                    : Result<record::Gold>(json.error());
    if (!one) {
      report.add(one.error());
      continue;
    }
    std::string id = one->id;
    gold.emplace(std::move(id), *std::move(one));
  }
  if (error || gold.empty()) {
    report.add(
        {FaultKind::io,
         error ? "cannot read the folder: " + error.message() : "no gold files in the folder",
         {folder, 0, 0, {}},
         "give a folder with a .json file of gold facts for each text"});
  }
  return gold;
}

int run_rules(const Options& options) {
  if (options.stats == options.input.inputs.empty()) {
    return refuse(options.stats ? "--stats needs documents" : "documents are counted with --stats",
                  "nomenclator rules --stats FILE…; without both all rules are listed");
  }
  Report report(options.input.strict);
  Answer answer;
  if (!options.stats) {
    const Result<std::shared_ptr<const Pack>> pack = pack::load(options.input.packs);
    if (!pack) {
      report.add(pack.error());
      return report.exit_code(0);
    }
    answer = list_rules(**pack);
  } else {
    const GoldById gold = options.gold.empty() ? GoldById() : gold_in(options.gold, report);
    if (!options.gold.empty() && gold.empty()) {
      return report.exit_code(0);
    }
    RuleStats stats(gold);
    std::shared_ptr<const Pack> pack;
    for_each_document(options.input, report, [&](const Extractor& by, const Document& document) {
      stats.read(by, document);
      pack = by.pack();
      return true;
    });
    if (pack) {
      answer = stats.answer(*pack);
    }
  }
  write_answer(options, answer, report);
  report.close();
  return report.exit_code(0);
}

int run_question(Options options, const Question& question) {
  if (!options.on.empty()) {
    options.filter.on = parse_iso(options.on);
    if (!options.filter.on) {
      return refuse_date("--on", options.on);
    }
  }
  if (options.explain && form_of(options) == query::Results::dot) {
    return refuse("--explain: a drawing has no room for sentences",
                  "leave it out, or ask for another form");
  }
  Report report(options.input.strict);
  const std::optional<Loaded> loaded = load(options, report, "there is nothing to ask");
  if (!loaded) {
    return report.exit_code(nothing_found);
  }
  const Graph& graph = loaded->graph;
  const Answer answer = question.ask(graph, options.question, options.filter);
  write_answer(options, answer, report);
  if (answer.rows.empty()) {
    explain_nothing(options, question, answer);
  }
  if (answer.undated > 0) {
    say("nomenclator: " + std::to_string(answer.undated) +
        " starts and ends may lie there as well, but no source says between which days; ask who "
        "--on, posts");
  }
  report.close();
  return report.exit_code(answer.rows.empty() ? nothing_found : 0);
}

int run_sparql(const Options& options) {
  const std::string form = !options.results.empty()    ? options.results
                           : goes_to_terminal(options) ? "?table"
                                                       : "?tsv";
  const std::optional<std::string> engine = engine_folder();
  if (!engine) {
    say("nomenclator: error: there is no SPARQL engine: scripts/bootstrap --sparql installs it "
        "(Oxigraph, run by Node.js); docs/sparql.md has other ways");
    return wrong_usage;
  }
  Report report(options.input.strict);
  const Result<std::string> text = text_of(options.question);
  const std::optional<Loaded> loaded =
      text ? load(options, report, "there is nothing to ask") : std::nullopt;
  if (!text) {
    report.add(text.error());
  }
  if (!loaded) {
    return report.exit_code(nothing_found);
  }
  Answered answered;
  write_to(options.out, report, [&](Output& out) -> Result<Done> {
    const std::string file = options.question == "-" ? "<stdin>" : options.question;
    const Result<Answered> told = ask(*engine, {file, *text, form, options.rows, options.seconds},
                                      loaded->graph, {loaded->base}, out);
    if (!told) {
      return told.error();
    }
    answered = *told;
    return Done{};
  });
  if (answered.cut) {
    say("nomenclator: there were " + *answered.cut + " rows; --rows gave " +
        std::to_string(options.rows));
  }
  report.close();
  return report.exit_code(answered.found ? 0 : nothing_found);
}

int run_changes(Options options) {
  std::vector<PartialDate> dates;
  for (const auto& [name, text] :
       {std::pair("--from", options.from), std::pair("--to", options.to)}) {
    const auto date = parse_iso(text);
    if (!date) {
      return refuse_date(name, text);
    }
    dates.push_back(*date);
  }
  if (latest(dates[1]) < earliest(dates[0])) {
    return refuse("--to: " + options.to + " is before " + options.from,
                  "give the earlier date first");
  }
  const Ask ask = [&dates](const Graph& graph, std::string_view place, const Filter&) {
    return query::changes(graph, dates[0], dates[1], place);
  };
  // Which place is meant is all that such a question can leave open.
  options.question = std::exchange(options.filter.place, {});
  return run_question(std::move(options), {ask, "place", "places", "no change is known of from"});
}

int run_check(const Options& options) {
  std::set<std::string_view> wanted;
  for (const std::string& kind : options.kinds) {
    if (!check::is_kind(kind)) {
      std::string all;
      for (const check::Finding& known : check::kinds) {
        all += (all.empty() ? "" : ", ") + std::string(known.name);
      }
      return refuse("--kind: there is no kind \"" + kind + "\"", "the kinds are " + all);
    }
    wanted.insert(kind);
  }
  Report report(options.input.strict);
  std::vector<Contradiction> contradictions;
  const std::optional<Loaded> loaded =
      load(options, report, "there is nothing to check", Empty::is_refused, &contradictions);
  if (!loaded) {
    return report.exit_code(nothing_found);
  }
  const bool needs_records =
      wanted.empty() || wanted.contains("ring") || wanted.contains("contradiction");
  if (const auto file = rdf_file(options.input); file && needs_records) {
    report.add({FaultKind::warning,
                "an RDF file does not say which of its sources contradict each other",
                {*file, 0, 0, {}},
                "ring and contradiction are found in the records from which it was built"});
  }
  const Answer answer = check::check(loaded->graph, contradictions, wanted);
  write_answer(options, answer, report);
  say("nomenclator: findings " + std::to_string(answer.rows.size()));
  report.close();
  return report.exit_code(answer.rows.empty() ? 0 : nothing_found);
}

int run_diff(const Options& options) {
  Report report(options.input.strict);
  std::vector<Graph> graphs;
  for (const std::string& path : {options.one, options.other}) {
    Options one = options;
    one.input.inputs = {path};
    std::optional<Loaded> loaded =
        load(one, report, "there is nothing to compare in " + path, Empty::may_be);
    if (!loaded) {
      return report.exit_code(exit_code(FaultKind::io));
    }
    graphs.push_back(std::move(loaded->graph));
  }
  const Answer answer = query::diff(graphs[0], graphs[1]);
  write_answer(options, answer, report);
  report.close();
  return report.exit_code(answer.rows.empty() ? 0 : nothing_found);
}

// There is not one ledger to write to.
int refuse_ledgers(const std::vector<std::string>& files) {
  return files.empty()
             ? refuse("no ledger is given", "give --ledger FILE, or -g G for the ledger beside it")
             : refuse("each of the graph files may have a ledger", "say which: --ledger FILE");
}

int run_judge(const Options& options, bool same) {
  const std::vector<std::string> ledgers = ledger_files(options);
  if (ledgers.size() != 1) {
    return refuse_ledgers(ledgers);
  }
  const std::size_t line_end = options.reason.find_first_of("\r\n");
  if (line_end != std::string::npos) {
    return refuse("--reason: the reason has more than one line", "give one line");
  }
  Report report(options.input.strict);
  std::optional<std::vector<Record>> records =
      gather_some(options, report, "there is nobody to judge");
  if (!records) {
    return report.exit_code(nothing_found);
  }
  const auto done = judge(ledgers.front(), *std::move(records),
                          {same, {options.one, {}}, {options.other, {}}, options.reason}, report);
  say("nomenclator: " + done.value_or("nothing was written"));
  report.close();
  return report.exit_code(0);
}

int run_undo(const Options& options) {
  const std::vector<std::string> ledgers = ledger_files(options);
  if (ledgers.size() != 1) {
    return refuse_ledgers(ledgers);
  }
  if (options.one.empty() != options.other.empty()) {
    return refuse("a judgement has two keys", "give both, or none for the last judgement");
  }
  Report report(false);
  const auto done = take_back(ledgers.front(), options.one, options.other, report);
  say("nomenclator: " + done.value_or("there is no such judgement"));
  report.close();
  return report.exit_code(done ? 0 : nothing_found);
}

// How documents are read.
void add_reading_options(CLI::App& command, Options& options) {
  command
      .add_option("--pack", options.input.packs,
                  "Folder with a language or country pack, over the built-in ones; may be "
                  "repeated")
      ->type_name("DIR");
  // One folder each time, so that the files after it are not taken for packs.
  command.get_option("--pack")->allow_extra_args(false);
  command.add_option("--lang", options.input.lang, "Language of documents that do not say theirs")
      ->type_name("TAG");
  command
      .add_option("-j,--threads", options.input.threads,
                  "Threads for extraction (default: as many as the machine has)")
      ->check(CLI::Range(1, most_threads))
      ->type_name("N");
  command.add_flag("--strict", options.input.strict, "Stop at the first fault");
}

// Of a command that reads documents.
CLI::Option* add_input(CLI::App& command, Options& options) {
  CLI::Option* const files =
      command.add_option("FILE", options.input.inputs,
                         "Documents (.txt, .html, .htm, .json, .jsonl), folders of them, - for "
                         "standard input");
  add_reading_options(command, options);
  return files;
}

CLI::Option* add_graph(CLI::App& command, Options& options) {
  return command
      .add_option("-g,--graph", options.input.graph_file, "Graph file, as build -g writes it")
      ->type_name("G");
}

// Of a command that makes the graph.
void add_ledger(CLI::App& command, Options& options) {
  command
      .add_option("--ledger", options.ledger,
                  "Judgements on who is who, as same and different write them (default: G.ledger "
                  "beside the graph file G, if it is there)")
      ->type_name("FILE");
}

// Of a command that reads records, too.
void add_records(CLI::App& command, Options& options, const std::string& others = {}) {
  add_input(command, options)
      ->description(
          "Documents (.txt, .html, .htm, .json, .jsonl) or records (.jsonl), folders of them, a "
          "folder that build wrote, a graph file, - for standard input" +
          others);
  add_graph(command, options);
}

// Of a command that takes a graph as it is, too.
void add_any_input(CLI::App& command, Options& options) {
  add_records(command, options, "; or one RDF file that was exported (.ttl, .nt, .nq, .rdf)");
}

// Of a command that needs some.
void require_input(CLI::App& command, const Options& options) {
  command.callback([&options] {
    if (options.input.inputs.empty() && options.input.graph_file.empty()) {
      throw CLI::RequiredError("FILE or --graph");
    }
  });
}

void add_reading(CLI::App& command, Options& options) {
  add_any_input(command, options);
  require_input(command, options);
}

void add_output(CLI::App& command, Options& options) {
  command.add_option("-o,--output", options.out, "File to write (default: standard output)")
      ->type_name("FILE");
}

// `forms`: as listed for people, with ", " between them.
void add_results(CLI::App& command, Options& options, Names forms = answer_forms,
                 const std::string& otherwise = "tsv") {
  command
      .add_option("--results", options.results,
                  "Form of the answer, one of " + joined(forms) +
                      " (default: table on a terminal, else " + otherwise + ")")
      ->type_name("FORM")
      ->check([forms](const std::string& form) {
        const bool is_one = std::find(forms.begin(), forms.end(), form) != forms.end();
        return is_one ? std::string()
                      : "there is no form \"" + form + "\"; the forms are " + joined(forms);
      });
}

void add_base(CLI::App& command, Options& options) {
  command
      .add_option(
          "--base", options.base_wish,
          "IRI under which the things of the graph are named (default: that of the RDF file "
          "that is read, else " +
              rdf::default_base().str() + ")")
      ->type_name("IRI");
}

void add_question(CLI::App& command, Options& options, const char* name, const char* help,
                  Names forms = answer_forms) {
  command.add_option(name, options.question, help)->required();
  add_reading(command, options);
  add_ledger(command, options);
  command
      .add_option("--on", options.on, "Holders on this day, or on any day of this month or year")
      ->type_name("DATE");
  command
      .add_option("--in", options.filter.place, "Only posts in this place and in those within it")
      ->type_name("PLACE");
  command.add_flag("--explain", options.explain, "Show the sentences behind each answer");
  add_results(command, options, forms);
  add_output(command, options);
}

using Commands = std::vector<std::pair<CLI::App*, std::function<int()>>>;

std::string names_of(const Commands& commands) {
  std::string names;
  for (const auto& [command, action] : commands) {
    names += (names.empty() ? "" : ", ") + command->get_name();
  }
  return names;
}

int run_checked(int argc, char** argv) {
  Options options;
  CLI::App app(
      "Reads governance documents and answers who holds which post, on which day, and how we know.",
      "nomenclator");
  app.set_version_flag("--version", "nomenclator " NOM_VERSION);
  app.require_subcommand(1);
  app.footer(
      "Exit codes: 0 done; 1 nothing found, or findings; 2 wrong usage; 3 input unreadable or "
      "invalid (the rest "
      "was processed); 4 a fault of this program.");

  Commands commands;
  CLI::App* extract = app.add_subcommand("extract", "Documents to records (JSON Lines)");
  add_records(*extract, options);
  require_input(*extract, options);
  add_output(*extract, options);
  commands.emplace_back(extract, [&options] { return run_extract(options); });

  CLI::App* explain = app.add_subcommand(
      "explain", "What is read in each sentence of documents, and the rule that made each fact");
  add_input(*explain, options)->required();
  explain
      ->add_option("--expect", options.expect,
                   "A fact that should have come: whether it did, and if not, which rule came "
                   "nearest and where it failed")
      ->type_name("\"PERSON|POST[|BODY]\"");
  add_output(*explain, options);
  commands.emplace_back(explain, [&options] { return run_explain(options); });

  CLI::App* check_pack = app.add_subcommand(
      "check-pack",
      "All that is wrong with packs, read over the built-in ones: lines, rules that can never "
      "match, examples that fail");
  check_pack->add_option("DIR", options.input.packs, "Folders, each with one pack")->required();
  add_output(*check_pack, options);
  commands.emplace_back(check_pack, [&options] { return run_check_pack(options); });

  CLI::App* rules = app.add_subcommand(
      "rules",
      "All rules; with --stats what became of each in documents: tried, fired, kept, lost");
  add_input(*rules, options);
  rules->add_flag("--stats", options.stats, "Count what becomes of each rule in the documents");
  rules
      ->add_option("--gold", options.gold,
                   "Folder with gold facts (ID.json): also right, other_status and wrong")
      ->type_name("DIR")
      ->needs("--stats");
  add_results(*rules, options);
  add_output(*rules, options);
  commands.emplace_back(rules, [&options] { return run_rules(options); });

  CLI::App* build = app.add_subcommand(
      "build",
      "Documents or records to a graph file that grows (-g), and to a folder with records.jsonl "
      "and the graph in Turtle, N-Triples and GraphML (-o)");
  add_any_input(*build, options);
  build->add_option("-o,--output", options.out, "Folder to write")->type_name("DIR");
  build
      ->add_option("--remove", options.gone,
                   "Id of a document to take out of the graph file; may be repeated")
      ->type_name("DOC")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  add_base(*build, options);
  add_ledger(*build, options);
  build->callback([&options] {
    const bool has_graph = !options.input.graph_file.empty();
    if (!has_graph && !options.gone.empty()) {
      throw CLI::RequiredError("--graph, from which to --remove,");
    }
    if (!has_graph && options.out.empty()) {
      throw CLI::RequiredError("--output or --graph");
    }
    if (options.input.inputs.empty() && options.gone.empty() &&
        (!has_graph || options.out.empty())) {
      throw CLI::RequiredError("FILE");
    }
  });
  commands.emplace_back(build, [&options] { return run_build(options); });

  CLI::App* who = app.add_subcommand("who", "Who holds a post");
  add_question(*who, options, "POST", "\"chairman, provincial people's council\"");
  who->add_flag("--history", options.filter.history,
                "Those who have left as well; with --on also those who do not hold on that day");
  commands.emplace_back(who, [&options] {
    return run_question(options, {query::who, "post", "posts", "no holder is known of"});
  });

  CLI::App* posts = app.add_subcommand("posts", "Every tenure of a person");
  add_question(*posts, options, "PERSON", "Name, in any order, with or without its marks");
  commands.emplace_back(posts, [&options] {
    return run_question(options, {query::posts, "person", "people", "no post is known of"});
  });

  CLI::App* chart = app.add_subcommand("chart", "The bodies under a body, with posts and holders");
  add_question(*chart, options, "BODY", "\"provincial party committee\"", chart_forms);
  chart->add_flag("--history", options.filter.history,
                  "Those who have left as well; with --on also those who do not hold on that day");
  chart->get_option("--results")
      ->description(chart->get_option("--results")->get_description() +
                    "; dot is a drawing for Graphviz");
  commands.emplace_back(chart, [&options] {
    return run_question(options, {query::chart, "body", "bodies", "nothing is known of"});
  });

  CLI::App* changes =
      app.add_subcommand("changes", "Who took up and who left a post between two dates");
  add_reading(*changes, options);
  add_ledger(*changes, options);
  changes->add_option("--from", options.from, "First day, month or year")
      ->required()
      ->type_name("DATE");
  changes->add_option("--to", options.to, "Last day, month or year")->required()->type_name("DATE");
  changes
      ->add_option("--in", options.filter.place, "Only posts in this place and in those within it")
      ->type_name("PLACE");
  changes->add_flag("--explain", options.explain, "Show the sentences behind each change");
  add_results(*changes, options);
  add_output(*changes, options);
  commands.emplace_back(changes, [&options] { return run_changes(options); });

  CLI::App* path = app.add_subcommand(
      "path", "The shortest way between two people or bodies, through posts and bodies");
  path->add_option("A", options.question, "A person or a body")->required();
  path->add_option("B", options.other, "Another")->required();
  add_reading(*path, options);
  add_ledger(*path, options);
  path->add_flag("--explain", options.explain, "Show the sentences behind each step");
  add_results(*path, options);
  add_output(*path, options);
  commands.emplace_back(path, [&options] {
    const Ask ask = [&options](const Graph& graph, std::string_view one, const Filter&) {
      return query::path(graph, one, options.other);
    };
    return run_question(options,
                        {ask, "person or body", "people or bodies", "there is no way from"});
  });

  CLI::App* rank = app.add_subcommand(
      "rank",
      "People and bodies by how central they are: with how many others each is tied (degree), and "
      "on how many of the shortest ways between two others it lies (betweenness)");
  add_reading(*rank, options);
  add_ledger(*rank, options);
  add_results(*rank, options);
  add_output(*rank, options);
  commands.emplace_back(rank, [&options] {
    const Ask ask = [](const Graph& graph, std::string_view, const Filter&) {
      return query::rank(graph);
    };
    return run_question(options, {ask, "person or body", "people or bodies", "nobody is known"});
  });

  CLI::App* check = app.add_subcommand(
      "check", "What in a graph cannot be, or says too little; exit code 1 on findings");
  add_reading(*check, options);
  add_ledger(*check, options);
  std::string kinds;
  for (const check::Finding& kind : check::kinds) {
    kinds += (kinds.empty() ? "" : "; ") + std::string(kind.name) + ": " + std::string(kind.help);
  }
  check
      ->add_option("--kind", options.kinds, "Only findings of this kind; may be repeated. " + kinds)
      ->type_name("KIND")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  check->add_flag("--explain", options.explain, "Show the sentences behind each finding");
  add_results(*check, options);
  add_output(*check, options);
  commands.emplace_back(check, [&options] { return run_check(options); });

  CLI::App* diff = app.add_subcommand(
      "diff",
      "Who came, went and moved, and what is new, from one graph to another; exit code 0 if they "
      "say the same, 1 if not");
  diff->add_option("G1", options.one,
                   "Graph file, RDF file, or documents or records: a file or a folder")
      ->required();
  diff->add_option("G2", options.other, "The same, to compare with it")->required();
  add_reading_options(*diff, options);
  add_ledger(*diff, options);
  diff->add_flag("--explain", options.explain, "Show the sentences behind each difference");
  add_results(*diff, options);
  add_output(*diff, options);
  commands.emplace_back(diff, [&options] { return run_diff(options); });

  for (const bool same : {true, false}) {
    CLI::App* judge = app.add_subcommand(
        same ? "same" : "different",
        same ? "Judges that two keys stand for one person or one body, in the ledger"
             : "Judges that two keys stand for two people, in the ledger");
    judge->add_option("ONE", options.one, "Key, person/… or body/…")->required();
    judge->add_option("OTHER", options.other, "Key")->required();
    add_records(*judge, options);
    require_input(*judge, options);
    add_ledger(*judge, options);
    judge->add_option("--reason", options.reason, "Why, to stand in the ledger")->type_name("TEXT");
    commands.emplace_back(judge, [&options, same] { return run_judge(options, same); });
  }

  CLI::App* undo = app.add_subcommand("undo", "Takes a judgement back from the ledger");
  undo->add_option("ONE", options.one, "Key; without keys: the last judgement");
  undo->add_option("OTHER", options.other, "Key");
  add_graph(*undo, options);
  add_ledger(*undo, options);
  commands.emplace_back(undo, [&options] { return run_undo(options); });

  CLI::App* sparql = app.add_subcommand("sparql", "Asks a graph in SPARQL, by Oxigraph");
  sparql->add_option("QUERY", options.question, "File with a query (.rq), - for standard input")
      ->required();
  add_reading(*sparql, options);
  add_results(*sparql, options, sparql_forms, "tsv, but ntriples for CONSTRUCT");
  sparql->add_option("--rows", options.rows, "The most rows to give (default: all)")
      ->type_name("N");
  sparql
      ->add_option("--time", options.seconds,
                   "The most seconds that an answer may take; 0: any number")
      ->capture_default_str()
      ->type_name("S");
  add_ledger(*sparql, options);
  add_output(*sparql, options);
  commands.emplace_back(sparql, [&options] { return run_sparql(options); });

  CLI::App* to_format = app.add_subcommand("export", "Documents or records to a graph format");
  add_reading(*to_format, options);
  add_ledger(*to_format, options);
  std::string formats;
  for (const Format* one : format::all()) {
    formats += (formats.empty() ? "" : ", ") + std::string(one->name);
  }
  to_format->add_option("--format", options.wishes.format, "One of: " + formats)
      ->required()
      ->type_name("FORMAT");
  to_format
      ->add_option("--project", options.wishes.project,
                   "What a network is of, one of " + joined(network::projection_names()) +
                       " (default: " + std::string(network::projection_names().front()) + ")")
      ->type_name("NETWORK");
  to_format
      ->add_option("--on", options.wishes.on,
                   "Only tenures that may hold on this day, or on any day of this month or year")
      ->type_name("DATE");
  to_format
      ->add_option("--gexf-version", options.wishes.gexf_version,
                   "1.3 (default; Gephi, gephi-lite) or 1.2 (networkx)")
      ->type_name("VERSION");
  add_base(*to_format, options);
  to_format
      ->add_option("-o,--output", options.out,
                   "File to write (default: standard output); of a format of several files, folder")
      ->type_name("FILE|DIR");
  commands.emplace_back(to_format, [&options] { return run_export(options); });

  CLI::App* info = app.add_subcommand("info", "What there is in a graph file");
  add_graph(*info, options)->required();
  add_ledger(*info, options);
  add_results(*info, options);
  add_output(*info, options);
  commands.emplace_back(info, [&options] { return run_info(options); });

  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& asked) {  // --help, --version
    return app.exit(asked);
  } catch (const CLI::ParseError& error) {
    if (app.get_subcommands().empty()) {
      return refuse(
          argc > 1 ? "there is no command \"" + std::string(argv[1]) + "\"" : "no command is given",
          "the commands are " + names_of(commands) + "; see nomenclator --help");
    }
    std::string help = "nomenclator";
    for (const CLI::App* used : app.get_subcommands()) {
      help += " " + used->get_name();
    }
    return refuse(error.what(), "see " + help + " --help");
  }
  if (!options.base_wish.empty()) {
    Result<Iri> base = rdf::check_base(options.base_wish);
    if (!base) {
      return refuse("--base: " + base.error().message, base.error().hint);
    }
    options.base = *std::move(base);
  }
  for (const auto& [command, action] : commands) {
    if (command->parsed()) {
      return action();
    }
  }
  return wrong_usage;
}

}  // namespace

int run(int argc, char** argv) {
  try {
    // A reader who goes away is found when writing.
    if (std::signal(SIGPIPE, SIG_IGN) == SIG_ERR) {
      throw std::system_error(errno, std::generic_category(), "cannot ignore SIGPIPE");
    }
    return run_checked(argc, argv);
  } catch (const std::exception& error) {
    const Fault fault{FaultKind::bug,
                      error.what(),
                      {"nomenclator", 0, 0, {}},
                      "this is a fault of the program; please report it"};
    say(to_string(fault));
    return exit_code(fault.kind);
  }
}

}  // namespace nom::command
