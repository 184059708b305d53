// SPDX-License-Identifier: Apache-2.0
// Sections: of which body the posts in a roster are, by its headings and by whose page it is.
#include "extract/layout.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <span>

namespace nom::extract {

namespace {

constexpr std::size_t most_paragraphs = 2;  ///< of prose before a list, or between its entries
constexpr std::size_t fewest_entries = 3;   ///< of a page that is a roster

/// May posts be of this body, where a page or a heading names it?
bool may_have_posts(const Analysis& a, const BodyMention& body) {
  // "Board of Trustees", alone on a line, refers to no other.
  const bool whole = !body.reference || (body.kind == "committee" && a.capital(body.range.begin) &&
                                         body.range.end - body.range.begin > 1);
  // A government is named beside its ministries; a people's committee has its own posts.
  const bool government = body.kind == "government" && body.base != "People's Committee";
  return whole && !is_bare_noun(a, body) && body.kind != "media" && !government && !is_team(body) &&
         body.kind != "event";
}

/// "7 members": a number and a word to the end of the line.
bool says_number(const Sentence& line, std::size_t i) {
  return i + 2 == line.items.size() && line.items[i].kind == ItemKind::number;
}

/// What an item is beside the body that a line names: part of its name, a word, a mark that does no
/// harm, or what a heading does not have.
enum class Beside : std::uint8_t { part, word, mark, other };

Beside beside_body(const Analysis& a, const Sentence& line, std::size_t i, bool named) {
  const Item& item = line.items[i];
  const bool vi = line.language == Language::vi;
  if (line.capitals && named && item.kind != ItemKind::person && item.kind != ItemKind::title &&
      item.kind != ItemKind::date && a.pack.frame_of(item.cues) == nullptr) {
    return Beside::part;  // "DEPARTMENT FOR CULTURE, MEDIA AND SPORT"
  }
  if (item.kind == ItemKind::mark) {
    const bool text = item.mark == '.' || item.mark == ',' || item.mark == '|';
    return text ? Beside::other : Beside::mark;
  }
  if (item.kind == ItemKind::number && named) {
    return Beside::word;  // "School District 28J"
  }
  if (item.kind != ItemKind::word) {
    return Beside::other;
  }
  // "Ban lãnh đạo Khoa Vật lý:", "Trường Đại học Công nghệ có:"
  const bool announces = vi && is_mark(line.items, line.items.size() - 1, ':');
  if (a.capital(item.range.begin) || (announces && (!named || item.cues.any()))) {
    return Beside::word;
  }
  // "Khoa Kỹ thuật tài nguyên nước"
  return vi && named && line.items[i - 1].kind != ItemKind::mark ? Beside::part : Beside::other;
}

class Sections {
 public:
  explicit Sections(Analysis& a) : a_(a) {}

  void run() {
    for (const Sentence& line : a_.sentences) {
      read_list_inside(line);
    }
    if (std::none_of(a_.sentences.begin(), a_.sentences.end(), [](const Sentence& line) {
          return is_entry(line) || line.line == Line::heading;
        })) {
      return;
    }
    a_.page = body_of_page();
    int page = a_.page;  // of the part of the text
    int section = none;
    std::size_t section_rank = 0;  // of its heading
    std::size_t paragraphs = 0;    // since its heading or its last entry
    bool in_card = false;          // below the name or the post of a card, no blank line between
    for (std::size_t s = 0; s < a_.sentences.size(); ++s) {
      Sentence& line = a_.sentences[s];
      const bool entry = is_entry(line);
      in_card = (in_card && lines_between(a_, s - 1, s) == 1) || line.holder != none;
      const std::size_t own_rank = entry ? 0 : rank_of(a_, s);
      const bool caption = !entry && is_caption(s);
      if (!entry && is_of_outsiders(a_, s)) {
        section = none;
        page = none;
      } else if (caption || own_rank > 0) {
        page = a_.page;
      }
      paragraphs = entry ? 0 : paragraphs + (is_paragraph(line) ? 1U : 0U);
      section = paragraphs > most_paragraphs ? none : section;
      const bool alone = line.line != Line::row && line.line != Line::listed &&
                         line.line != Line::career && !in_card;
      if (const int body = alone ? body_alone(a_, s) : none; body != none) {
        section = body;
        section_rank = own_rank;
        paragraphs = 0;
      } else if (caption || is_beside(own_rank, section_rank)) {
        section = none;
      }
      if ((entry && begins_with_holder(line)) || line.line == Line::heading) {
        line.section = section == none && entry ? page : section;
      }
    }
  }

 private:
  /// "Officers of the Weston Association: Ana Moss, President; Tom Reid, Secretary": the posts
  /// after the colon that say of no body are of the one before it.
  void read_list_inside(const Sentence& line) {
    const auto& items = line.items;
    constexpr std::size_t longest_lead = 16;  // items
    std::size_t colon = 0;
    int body = none;
    // "The officers of the Weston Association are Ana Moss (president) and …"
    const auto ends_lead = [&](std::size_t i) {
      const bool be =
          body != none && items[i].kind == ItemKind::word &&
          (items[i].is(a_.pack.cues().be) || items[i].is(a_.pack.cues().including)) &&
          i + 1 < items.size() &&
          (items[i + 1].kind == ItemKind::person || items[i + 1].kind == ItemKind::title);
      return is_mark(items, i, ':') || be;
    };
    while (colon < items.size() && colon < longest_lead && !ends_lead(colon)) {
      const Item& item = items[colon];
      if (item.kind == ItemKind::person || item.kind == ItemKind::title ||
          item.is(a_.pack.cues().say) || item.is(a_.pack.cues().nominate) ||
          item.is(a_.pack.cues().candidate) || (item.kind == ItemKind::body && body != none)) {
        return;
      }
      body = item.kind == ItemKind::body ? item.index : body;
      ++colon;
    }
    if (body == none || colon >= items.size() || colon >= longest_lead ||
        !may_have_posts(a_, a_.body(body)) || !is_of_officers(line, colon)) {
      return;
    }
    std::vector<int> open;
    const bool past = a_.begins_former(line.tokens);  // "Past officers of"
    for (std::size_t i = colon + 1; i < items.size(); ++i) {
      if (items[i].kind == ItemKind::body) {
        return;
      }
      // "X, Secretary", "X (Secretary)", "Secretary - X", "Secretary X"
      const auto beside = [&](std::size_t k) {
        return k > colon && k < items.size() && items[k].kind == ItemKind::person;
      };
      if (items[i].kind != ItemKind::title ||
          !(beside(i + 1) || beside(i + 2) || beside(i - 1) || (i > 1 && beside(i - 2)))) {
        continue;
      }
      for (const int t : items[i].titles) {
        const TitleMention& post = a_.title(t);
        const LexEntry& head = a_.pack.entry(post.head);
        if (post.body != none || post.place != none || !post.portfolio.empty() ||
            a_.is_of_state(post, a_.body(body)) || head.has("place") || head.has("alone") ||
            head.has("degree") || head.has("home")) {
          return;
        }
        open.push_back(t);
      }
    }
    if (open.size() > 1) {
      for (const int t : open) {
        a_.title(t).body = body;
        if (past && a_.title(t).status.empty()) {
          a_.title(t).status = "former";
        }
      }
    }
  }

  /// May those whom the lead of a list announces, up to item `colon`, hold posts of its body? Not
  /// "Clients of the Arden Bank"; "Elected at the Arden Club" may, and so may the body alone.
  [[nodiscard]] bool is_of_officers(const Sentence& line, std::size_t colon) const {
    const auto& items = line.items;
    bool words = false;
    for (std::size_t i = 0; i < colon; ++i) {
      const Item& item = items[i];
      if (item.kind == ItemKind::body) {
        break;
      }
      const bool dateline = is_mark(items, i, '-') || is_mark(items, i, '/');
      words = !dateline && (words || (item.kind == ItemKind::word && !item.is(a_.pack.cues().det) &&
                                      !item.is(a_.pack.cues().oblique)));
    }
    const bool gained = std::any_of(
        items.begin(), items.begin() + static_cast<std::ptrdiff_t>(colon), [&](const Item& item) {
          const Frame* const verb =
              item.kind == ItemKind::word ? a_.pack.frame_of(item.cues) : nullptr;
          return verb != nullptr && verb->kind == Frame::Kind::gain;
        });
    return !words || gained ||
           a_.has_caption({line.tokens.begin, items[colon].range.begin}, a_.pack.cues().officers);
  }

  static bool is_entry(const Sentence& line) {
    return line.entry || line.holder != none || line.line == Line::row ||
           line.line == Line::listed || is_roll(line);
  }

  /// "Board members present: Ana Moss, Tom Reid": a post first, a colon and a name.
  static bool is_roll(const Sentence& line) {
    constexpr std::size_t longest_lead = 4;  // items
    const auto& items = line.items;
    std::size_t colon = 0;
    while (colon < items.size() && colon < longest_lead && !is_mark(items, colon, ':')) {
      ++colon;
    }
    return colon > 0 && is_mark(items, colon, ':') && items[0].kind == ItemKind::title &&
           colon + 1 < items.size() && items[colon + 1].kind == ItemKind::person;
  }

  /// After its bullet or number, does the line begin with a name or a post? "Weston Foods - Ana
  /// Moss, Director" says of what.
  [[nodiscard]] static bool begins_with_holder(const Sentence& line) {
    const auto first = std::find_if(line.items.begin(), line.items.end(), [](const Item& item) {
      return item.kind != ItemKind::mark && item.kind != ItemKind::number;
    });
    return line.line == Line::row || line.holder != none ||
           (first != line.items.end() &&
            (first->kind == ItemKind::person || first->kind == ItemKind::title));
  }

  /// Does a heading end the part of one of this rank above it?
  static bool is_beside(std::size_t below, std::size_t above) {
    return below > 0 && (below == above || (above <= most_marks && below < above));
  }

  /// Prose that begins a line, without a bullet.
  [[nodiscard]] bool is_paragraph(const Sentence& line) const {
    return line.line == Line::prose && !is_entry(line) && !line.items.empty() &&
           line.items[0].kind != ItemKind::mark &&
           line.tokens.end - line.tokens.begin > longest_heading &&
           a_.tokens[line.tokens.begin].is(shape_line_start);
  }

  /// "Visitors", "Our Friends", "6. Lãnh đạo cấp cao": a short line of words alone, which name
  /// neither a post nor a body. In English all of them are capitalised.
  [[nodiscard]] bool is_caption(std::size_t s) const {
    const Sentence& line = a_.sentences[s];
    const std::size_t first = after_number(line.items);
    return line.line == Line::prose && line.holder == none && !line.items.empty() &&
           a_.tokens[line.tokens.begin].is(shape_line_start) &&
           (line.language != Language::vi ||
            (is_whole_line(a_, s) && a_.capital(line.items[first].range.begin) &&
             line.tokens.end - line.tokens.begin <= longest_heading)) &&
           std::all_of(line.items.begin() + static_cast<std::ptrdiff_t>(first), line.items.end(),
                       [&](const Item& item) {
                         const bool word =
                             item.kind == ItemKind::word ||
                             (item.kind == ItemKind::person && !a_.person(item.people[0]).strong &&
                              item.range.end - item.range.begin == 1);
                         return word &&
                                (line.language == Language::vi || a_.capital(item.range.begin));
                       });
  }

  /// Whose page a roster is: the body that its first lines name, if they name one alone, or that
  /// the text names most. Committees of it are no such body.
  [[nodiscard]] int body_of_page() const {
    constexpr std::size_t opening = 8;  // sentences
    const auto entries =
        static_cast<std::size_t>(std::count_if(a_.sentences.begin(), a_.sentences.end(), is_entry));
    if (entries < fewest_entries || 3 * entries < a_.sentences.size()) {
      return none;
    }
    std::set<std::string> ministries;
    std::map<std::string, std::pair<int, std::size_t>> named;  // base → mention, how often
    for (std::size_t s = 0; s < a_.sentences.size(); ++s) {
      const auto& items = a_.sentences[s].items;
      // "Chair - X (University of Y)" does not say whose page it is.
      const Range line = a_.sentences[s].tokens;
      const bool short_line = line.end - line.begin <= longest_heading;
      const bool named_alone =
          s < opening && !is_entry(a_.sentences[s]) &&
          std::none_of(items.begin(), items.end(), [&](const Item& item) {
            return (item.kind == ItemKind::title && short_line) ||
                   (item.kind == ItemKind::person && a_.person(item.people[0]).strong);
          });
      for (const Item& item : items) {
        if (item.kind != ItemKind::body || item.index == none) {
          continue;
        }
        const BodyMention& body = a_.body(item.index);
        if (!may_have_posts(a_, body) || body.kind == "committee" || body.kind == "legislature" ||
            body.kind == "department") {
          continue;
        }
        std::string base = fold(body.base);
        if (body.kind == "ministry") {
          ministries.insert(base);
        }
        const auto known = named.find(base);
        if (known != named.end()) {
          ++known->second.second;
        } else if (named_alone) {
          named.emplace(std::move(base), std::pair(item.index, std::size_t{1}));
        }
      }
    }
    if (ministries.size() > 1) {
      return none;  // a cabinet
    }
    int page = none;
    std::size_t most = 0;
    bool alone = false;
    for (const auto& [base, found] : named) {
      if (found.second > most) {
        page = found.first;
        most = found.second;
        alone = true;
      } else if (found.second == most) {
        alone = false;
      }
    }
    return alone ? page : none;
  }

  Analysis& a_;
};

}  // namespace

namespace {

/// "Officers of the | Weston Club", "Meet the board members of the Weston Club": the body with
/// which a line ends that announces who holds its posts; none if it is no such line.
int body_of_officers(const Analysis& a, const Sentence& line) {
  constexpr std::size_t longest = 12;  // items
  const auto& items = line.items;
  if (line.language != Language::en || items.size() < 2 || items.size() > longest ||
      a.begins_former(line.tokens)) {
    return none;
  }
  for (const Item& item : std::span(items).first(items.size() - 1)) {
    if (item.kind != ItemKind::word || a.pack.frame_of(item.cues) != nullptr) {
      return none;
    }
  }
  const Item& last = items.back();
  const Range lead = {line.tokens.begin, last.range.begin};
  if (last.kind == ItemKind::title) {  // "the committee members of the Weston Club"
    const TitleMention& post = a.title(last.titles[0]);
    return post.plural && post.body != none && post.status.empty() ? post.body : none;
  }
  return last.kind == ItemKind::body && items[items.size() - 2].cues.any() &&
                 a.has_caption(lead, a.pack.cues().officers)
             ? last.index
             : none;
}

}  // namespace

int body_alone(Analysis& a, std::size_t s) {
  constexpr std::size_t most = 2;  // other words
  const Sentence& line = a.sentences[s];
  if (!is_whole_line(a, s)) {
    return none;
  }
  if (const int body = body_of_officers(a, line);
      body != none && !a.body(body).reference && may_have_posts(a, a.body(body))) {
    return body;
  }
  int body = none;
  std::size_t end = 0;  // of a name that is longer than the body that was read
  std::size_t words = 0;
  for (std::size_t i = after_number(line.items); i < line.items.size(); ++i) {
    const Item& item = line.items[i];
    if (item.kind == ItemKind::body && item.index != none && body == none) {
      body = item.index;
      continue;
    }
    if (body != none && is_mark(line.items, i, '-') && says_number(line, i + 1)) {
      break;  // "Weston School District - 7 members"
    }
    if (body != none && is_mark(line.items, i, '(') && is_mark(line.items, i + 2, ')')) {
      i += 2;  // "Technical Oversight Committee (TOC)"
      continue;
    }
    const Beside what = beside_body(a, line, i, body != none);
    if (what == Beside::other) {
      return none;
    }
    words += what == Beside::word ? 1U : 0U;
    end = what == Beside::part ? item.range.end : end;
  }
  if (body == none || words > most) {
    return none;
  }
  if (end > a.body(body).range.end) {
    const std::string kind = a.body(body).kind;
    body = a.add_body({a.body(body).range.begin, end}, kind, true);
  }
  if (!may_have_posts(a, a.body(body))) {
    return none;
  }
  a.body(body).reference = false;
  return body;
}

void find_sections(Analysis& a) { Sections(a).run(); }

}  // namespace nom::extract
