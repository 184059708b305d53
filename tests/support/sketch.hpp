// SPDX-License-Identifier: Apache-2.0
// sketch: records for tests, a line for a thing.
#pragma once

#include "record/record.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace nom::support {

/// What a tenure says besides who and what.
struct Said {
  Status status = Status::current;
  std::string_view from = {};
  std::string_view to = {};
  std::string_view title = {};
  std::string_view place = {};
  bool one_seat = false;
};

/// Builds the record of one document. Every claim adds a sentence to its text and has it as
/// evidence. Ids are l1, p1, b1 … in the order of the calls, which return them.
class Sketch {
 public:
  explicit Sketch(std::string id, std::string_view date = {}) {
    record_.document.id = std::move(id);
    record_.document.date = parse_iso(date);
    record_.document.lang = "en";
  }

  Sketch& source(std::string source) {
    record_.document.source = std::move(source);
    return *this;
  }

  std::string place(std::string name, std::string kind, std::string within = {},
                    std::string country = {}, std::string_view until = {}) {
    record_.places.push_back({next("l", record_.places.size()),
                              std::move(name),
                              std::move(kind),
                              std::move(within),
                              std::move(country),
                              {},
                              parse_iso(until)});
    return record_.places.back().id;
  }

  std::string person(std::string name, std::vector<std::string> forms = {}) {
    const Evidence e = say(name + " was there.");
    record_.people.push_back(
        {next("p", record_.people.size()),
         name,
         std::move(forms),
         {{e.span.begin, e.span.begin + static_cast<std::uint32_t>(name.size())}}});
    return record_.people.back().id;
  }

  std::string body(std::string name, std::string base, std::string kind, std::string level,
                   std::string place = {}) {
    BodyEntry entry;
    entry.id = next("b", record_.bodies.size());
    entry.name = std::move(name);
    entry.base = std::move(base);
    entry.kind = std::move(kind);
    entry.level = std::move(level);
    entry.place = std::move(place);
    record_.bodies.push_back(std::move(entry));
    return record_.bodies.back().id;
  }

  void tenure(const std::string& person, const std::string& role, const std::string& body,
              const Said& said = {}) {
    TenureEntry entry;
    entry.person = person;
    entry.role = role;
    entry.title = said.title.empty() ? role : std::string(said.title);
    entry.body = body;
    entry.place = said.place;
    entry.status = said.status;
    entry.one_seat = said.one_seat;
    entry.period.from = parse_iso(said.from);
    entry.period.to = parse_iso(said.to);
    if (said.status == Status::former) {
      entry.period.open = Open::ended;
    }
    entry.evidence = {say(entry.title + " " + person + ".")};
    record_.tenures.push_back(std::move(entry));
  }

  std::string resolution(std::string name, std::string kind, std::string number,
                         std::string_view date, std::string issuer, std::string subject = {}) {
    ResolutionEntry entry;
    entry.id = next("r", record_.resolutions.size());
    entry.evidence = {say(name + " was read.")};
    entry.name = std::move(name);
    entry.kind = std::move(kind);
    entry.number = std::move(number);
    entry.date = parse_iso(date);
    entry.issuer = std::move(issuer);
    entry.subject = std::move(subject);
    record_.resolutions.push_back(std::move(entry));
    return record_.resolutions.back().id;
  }

  std::string event(std::string name, std::string kind, std::string_view date,
                    std::string organiser, std::vector<Participation> participants = {}) {
    EventEntry entry;
    entry.id = next("e", record_.events.size());
    entry.evidence = {say("They held a " + name + ".")};
    entry.name = std::move(name);
    entry.kind = std::move(kind);
    entry.date = parse_iso(date);
    entry.organiser = std::move(organiser);
    entry.participants = std::move(participants);
    record_.events.push_back(std::move(entry));
    return record_.events.back().id;
  }

  /// The event by which people died or bodies were dissolved.
  void ended(std::string kind, std::string_view date, std::vector<std::string> people,
             std::vector<std::string> bodies) {
    const std::string id = event(kind, kind, date, "");
    record_.events.back().died = std::move(people);
    record_.events.back().dissolved = std::move(bodies);
  }

  void under(const std::string& child, const std::string& parent,
             Confidence confidence = Confidence::inferred, std::string rule = "country pack") {
    HierarchyEntry entry;
    entry.child = child;
    entry.parent = parent;
    entry.confidence = confidence;
    entry.rule = std::move(rule);
    if (confidence == Confidence::stated) {
      entry.evidence = {say(child + " is under " + parent + ".")};
    }
    record_.hierarchy.push_back(std::move(entry));
  }

  [[nodiscard]] Record record() const {
    Record made = record_;
    made.document.text = *Text::from_bytes(text_, made.document.id);
    return made;
  }

 private:
  static std::string next(const char* letter, std::size_t count) {
    return letter + std::to_string(count + 1);
  }

  Evidence say(const std::string& sentence) {
    if (!text_.empty()) {
      text_ += '\n';
    }
    const auto begin = static_cast<std::uint32_t>(text_.size());
    text_ += sentence;
    return {{begin, static_cast<std::uint32_t>(text_.size())}, sentence, "sketch"};
  }

  Record record_;
  std::string text_;
};

}  // namespace nom::support
