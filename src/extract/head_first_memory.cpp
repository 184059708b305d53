// SPDX-License-Identifier: Apache-2.0
// Stage memory in a head-first language: whose "Ban Thường vụ" is meant, and of what a "Trưởng ban"
// is the head; and the lines of a curriculum vitae.
#include "extract/head_first.hpp"

#include <algorithm>
#include <map>

namespace nom::extract {

namespace {

class References {
 public:
  explicit References(Analysis& a) : a_(a) {}

  void run() {
    for (std::size_t s = 0; s < a_.sentences.size(); ++s) {
      if (a_.sentences[s].language != Language::vi) {
        continue;
      }
      auto& items = a_.sentences[s].items;
      line_body_ = body_of_heading(a_.sentences[s]);
      const std::size_t opening = opening_body(items);
      for (std::size_t i = 0; i < items.size(); ++i) {
        Item& item = items[i];
        if (item.kind == ItemKind::body) {
          adopt(items, i);
          item.index = resolve(item.index);
          if (item.index == none) {
            item.kind = ItemKind::word;
          }
          line_body_ = i == opening && item.index != none ? item.index : line_body_;
        } else if (item.kind == ItemKind::document) {
          DocumentMention& d = a_.documents[static_cast<std::size_t>(item.index)];
          d.issuer = resolve(d.issuer);
          a_.used_documents[s].push_back(item.index);
        } else if (item.kind == ItemKind::title) {
          resolve_titles(item.titles);
        }
      }
    }
  }

 private:
  [[nodiscard]] BodyMention& body(int index) { return a_.body(index); }
  [[nodiscard]] TitleMention& title(int index) { return a_.title(index); }

  /// The body whose members the line is one of, or of which the lines above say that its posts are.
  [[nodiscard]] int body_of_heading(const Sentence& sentence) const {
    const Heading* const heading = a_.heading_of(sentence);
    return heading == nullptr ? sentence.section : heading->body;
  }

  /// "VĂN PHÒNG TỈNH ỦY   Lê Văn Bình   Phó Chánh Văn phòng", "Ban Tổ chức: …": the item of the
  /// body with which a line begins, where a name, a colon or a dash follows it; else their number.
  static std::size_t opening_body(const std::vector<Item>& items) {
    std::size_t i = 0;
    while (i + 1 < items.size() && (items[i].kind == ItemKind::number ||
                                    (items[i].kind == ItemKind::mark && items[i].mark != '('))) {
      ++i;
    }
    const bool opens = i + 1 < items.size() && items[i].kind == ItemKind::body &&
                       (items[i + 1].kind == ItemKind::person ||
                        (items[i + 1].kind == ItemKind::mark &&
                         (items[i + 1].mark == ':' || items[i + 1].mark == '-')));
    return opens ? i : items.size();
  }

  static bool has_place(const BodyMention& b) {
    return b.parent != none || !b.place.empty() || !b.level.empty();
  }

  void remember(int index) {
    BodyMention& b = body(index);
    if (b.parent != none) {
      remember(b.parent);
    }
    last_by_head_[b.head] = index;
    last_by_kind_[b.kind] = index;
    if (b.base == "Party Committee") {
      last_committee_ = index;
    }
  }

  /// The body meant by a mention, or none if it stands for one that nothing has named.
  int resolve(int index) {
    if (index == none) {
      return none;
    }
    BodyMention& b = body(index);
    const auto before = last_by_head_.find(b.head);
    if (b.reference) {
      const bool generic = b.kind == "university" || b.kind == "company" || b.kind == "media";
      const auto alike = last_by_kind_.find(b.kind);
      if (before != last_by_head_.end()) {
        index = before->second;
      } else if (generic && alike != last_by_kind_.end()) {
        index = alike->second;  // "nhà trường"
      } else if (b.head.find(' ') == std::string::npos || b.base == "nhà trường") {
        return none;
      }
    } else if (!has_place(b) && !b.national && !b.head.empty() && before != last_by_head_.end() &&
               before->second != index && body(before->second).base == b.base) {
      index = before->second;  // "Ban Thường vụ" after "Ban Thường vụ Tỉnh ủy"
    }
    remember(index);
    a_.used_bodies.push_back(index);
    return index;
  }

  /// "tham gia Ban Thường vụ, giữ chức Bí thư Huyện ủy": the organ belongs to the committee that
  /// the next title names.
  void adopt(const std::vector<Item>& items, std::size_t i) {
    BodyMention& b = body(items[i].index);
    if (has_place(b) || b.national || b.kind != "party" || b.base == "Party Committee") {
      return;
    }
    for (std::size_t k = i + 1; k < items.size() && k < i + 8; ++k) {
      if (items[k].kind == ItemKind::person) {
        return;
      }
      const int next = items[k].kind == ItemKind::title ? title(items[k].titles[0]).body : none;
      if (next != none && body(next).base == "Party Committee") {
        b.parent = next;
        return;
      }
    }
  }

  /// "Ủy viên Ban Thường vụ, Trưởng Ban Tổ chức Tỉnh ủy": the organ of one title belongs to the
  /// body of the next.
  void share_parents(const std::vector<int>& titles) {
    for (std::size_t i = titles.size(); i-- > 0;) {
      const int index = title(titles[i]).body;
      if (index != none && !has_place(body(index)) && body(index).base == "Party Committee") {
        // "Bí thư Đảng ủy, Chủ tịch HĐND phường"; that of a province is no "Đảng ủy".
        for (const int other : titles) {
          const int beside = title(other).body;
          if (beside != none && body(beside).kind != "party" && body(beside).level != "country" &&
              !body(beside).level.empty() &&
              name_of_committee(body(beside)).starts_with("Đảng ủy")) {
            body(index).level = body(beside).level;
            body(index).place = body(beside).place;
            body(index).placekind = body(beside).placekind;
            break;
          }
        }
        continue;
      }
      if (index == none || has_place(body(index)) || body(index).kind != "party") {
        continue;
      }
      for (std::size_t j = i + 1; j < titles.size(); ++j) {
        int parent = title(titles[j]).body;
        while (parent != none && body(parent).base != "Party Committee") {
          parent = body(parent).parent;
        }
        if (parent != none && parent != index) {
          body(index).parent = parent;
          break;
        }
      }
    }
  }

  void resolve_titles(const std::vector<int>& titles) {
    share_parents(titles);
    for (const int index : titles) {
      TitleMention& t = title(index);
      const LexEntry& head = a_.pack.entry(t.head);
      if (t.body != none) {
        t.body = resolve(t.body);
      }
      if (t.body == none && t.place == none && t.portfolio.empty() && !head.has("alone")) {
        t.body = of_line(head) ? line_body_ : meant(t, head, titles);
        if (t.body != none) {
          a_.used_bodies.push_back(t.body);
        }
      }
      if (t.body != none) {
        last_by_title_[head.canonical] = t.body;
      }
    }
  }

  /// May such a post be one of the body with which the line begins?
  [[nodiscard]] bool of_line(const LexEntry& head) const {
    if (line_body_ == none) {
      return false;
    }
    const BodyMention& b = a_.body(line_body_);
    const std::string_view kinds = head.feature("of").value_or("");
    // An organ of the party is a committee, too: "Ủy ban Kiểm tra: Chủ nhiệm".
    const bool organ = b.kind == "party" && b.base != "Party Committee";
    const bool government =
        head.has("level") && !head.feature("of");  // "Chủ tịch": no department's
    return kinds.empty()
               ? !(government && (b.kind == "department" || b.kind == "ministry"))
               : fits(kinds, b) || (organ && kinds.find("committee") != std::string_view::npos);
  }

  /// The body of a bare title: the last of a kind that has such a post, else that of the last such
  /// title.
  int meant(const TitleMention& t, const LexEntry& head, const std::vector<int>& titles) {
    std::string_view kinds = head.feature("of").value_or("");
    // "Phó Bí thư rồi Bí thư Tỉnh đoàn"; "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ".
    for (const int other : titles) {
      TitleMention& next = title(other);
      if (next.range.begin > t.range.begin && next.body != none &&
          (next.head == t.head || kinds.starts_with("next"))) {
        next.status = next.status.empty() ? t.status : next.status;
        return next.body;
      }
    }
    // "Phó Chủ tịch kiêm Tổng Thư ký Hội Cựu chiến binh": both of one body
    for (const int other : titles) {
      const TitleMention& next = title(other);
      if (next.range.begin == t.range.end + 1 && next.body != none &&
          body(next.body).kind == "union" && head.canonical.ends_with("Chairman") &&
          a_.is_of_set({t.range.end, t.range.end + 1}, Lex::cue, a_.pack.cues().also)) {
        return next.body;
      }
    }
    // "Phó Chỉ huy trưởng, Tham mưu trưởng Bộ CHQS tỉnh": of the body that the next one names.
    for (const int other : titles) {
      const TitleMention& next = title(other);
      if (next.range.begin <= t.range.begin || next.body == none) {
        continue;
      }
      int index = next.body;
      while (body(index).parent != none &&
             (!fits(kinds, body(index)) || fits(kinds, body(body(index).parent)))) {
        index = body(index).parent;
      }
      if (fits(kinds, body(index))) {
        return index;
      }
    }
    if (head.feature("of") == "party") {
      // "Bí thư, Chủ tịch UBND xã Hải Hà": the party's committee on the same level.
      for (const int other : titles) {
        const int index = title(other).body;
        if (index != none && body(index).kind != "party" && !body(index).level.empty() &&
            body(index).level != "country") {
          return committee_beside(body(index), t);
        }
      }
    }
    const auto same = last_by_title_.find(head.canonical);
    if (kinds.starts_with("same|") && same != last_by_title_.end()) {
      return same->second;
    }
    int found = none;
    const bool kinds_of_party = kinds == "party";
    while (!kinds.empty()) {
      const std::size_t bar = std::min(kinds.find('|'), kinds.size());
      const auto last = last_by_kind_.find(std::string(kinds.substr(0, bar)));
      if (last != last_by_kind_.end() &&
          (found == none || body(last->second).range.begin > body(found).range.begin)) {
        found = last->second;
      }
      kinds.remove_prefix(std::min(bar + 1, kinds.size()));
    }
    if (same != last_by_title_.end() &&
        (found == none || body(same->second).range.begin > body(found).range.begin)) {
      found = same->second;
    }
    if (kinds_of_party && (found == none || body(found).base != "Party Committee") &&
        (same == last_by_title_.end() || found != same->second)) {
      found = last_committee_;
    }
    return found;
  }

  /// Is the body of a kind in the list "police|company"? Of party bodies the committee is meant.
  static bool fits(std::string_view kinds, const BodyMention& b) {
    if (kinds == "party") {
      return b.base == "Party Committee";
    }
    while (!kinds.empty()) {
      const std::size_t bar = std::min(kinds.find('|'), kinds.size());
      if (kinds.substr(0, bar) == b.kind) {
        return true;
      }
      kinds.remove_prefix(std::min(bar + 1, kinds.size()));
    }
    return false;
  }

  int committee_beside(const BodyMention& office, const TitleMention& t) {
    BodyMention b;
    b.range = {t.range.begin, t.range.begin};
    b.base = "Party Committee";
    b.kind = "party";
    b.level = office.level;
    b.place = office.place;
    b.placekind = office.placekind;
    b.name = name_of_committee(b);
    a_.bodies.push_back(b);
    return static_cast<int>(a_.bodies.size()) - 1;
  }

  Analysis& a_;
  std::map<std::string, int> last_by_head_;
  std::map<std::string, int> last_by_kind_;
  std::map<std::string, int> last_by_title_;
  int last_committee_ = none;  ///< of the party
  int line_body_ = none;       ///< of whose posts the line speaks
};

}  // namespace

void find_references_head_first(Analysis& a) { References(a).run(); }

/// "6/2014 - 9/2020: Trưởng Ban Dân vận Tỉnh ủy.": what the person of the document held then.
void assert_careers(Analysis& a) {
  const GrammarCues& cues = a.pack.cues();
  const auto has_cue = [&](const Item& item, std::uint8_t set) {
    return item.kind == ItemKind::word && item.is(set);
  };
  int subject = none;
  for (std::size_t s = 0; s < a.sentences.size(); ++s) {
    const Sentence& sentence = a.sentences[s];
    const auto& items = sentence.items;
    if (sentence.language != Language::vi) {
      continue;
    }
    const auto person = std::find_if(
        items.begin(), items.end(), [](const Item& item) { return item.kind == ItemKind::person; });
    if (person != items.end()) {
      subject = a.person(person->people[0]).entity;
      continue;
    }
    // "-"? "Từ"? date (("-" | "đến") (date | "nay"))? ":"
    std::size_t i = 0;
    while (i < items.size() && i < 2 && items[i].kind != ItemKind::date) {
      ++i;
    }
    if (subject == none || i >= items.size() || items[i].kind != ItemKind::date) {
      continue;
    }
    const auto from = items[i++].date;
    std::optional<PartialDate> to;
    bool range = false;
    std::size_t colon = i;
    while (colon < items.size() && colon < i + 4 &&
           !(items[colon].kind == ItemKind::mark &&
             (items[colon].mark == ':' || items[colon].mark == ';'))) {
      range = true;
      to = items[colon].kind == ItemKind::date ? items[colon].date : to;
      ++colon;
    }
    if (colon >= items.size() || items[colon].mark != ':') {
      continue;
    }
    const bool doubtful = std::any_of(items.begin(), items.end(), [&](const Item& item) {
      return has_cue(item, cues.nominate) || has_cue(item, cues.negation) ||
             has_cue(item, cues.lose);
    });
    for (std::size_t k = colon + 1; k < items.size() && !doubtful; ++k) {
      if (items[k].kind != ItemKind::title) {
        continue;
      }
      for (const int t : items[k].titles) {
        const TitleMention& title = a.title(t);
        Assertion x;
        x.person = subject;
        x.title = t;
        x.status = range && to ? "former" : "";
        x.from = title.from ? title.from : from;
        x.to = title.to ? title.to : to;
        x.rule = "career-line";
        x.sentence = s;
        x.clause = true;
        a.assertions.push_back(std::move(x));
      }
    }
  }
}

}  // namespace nom::extract
