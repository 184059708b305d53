// SPDX-License-Identifier: Apache-2.0
// Stage finalise: mentions and assertions → the record. Gives each body its place from the
// document's context, finds which mentions are one body, and unites what is said of one tenure.
#include "extract/analysis.hpp"
#include "extract/namesakes.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

namespace nom::extract {

namespace {

bool is_province_level(std::string_view kind) {
  return kind == "province" || kind == "state" || kind == "region";
}

class Finaliser {
 public:
  explicit Finaliser(Analysis& a, Document document) : a_(a) {
    record_.document = std::move(document);
  }

  Record run() {
    find_context();
    collect_bodies();
    collect_people();
    collect_tenures();
    collect_documents();
    collect_events();
    collect_changes();
    tell_ends_of_places();
    tell_namesakes_apart(record_);
    return std::move(record_);
  }

 private:
  // ---------------------------------------------------------------- places

  /// The place of the record with this name and kind, made if need be.
  std::string place_id(const std::string& name, const std::string& kind, const std::string& country,
                       const std::string& within) {
    for (PlaceEntry& p : record_.places) {
      const bool kinds_agree = p.kind == kind || p.kind.empty() || kind.empty();
      if (kinds_agree && fold(p.name) == fold(name)) {
        p.kind = p.kind.empty() ? kind : p.kind;
        p.country = p.country.empty() ? country : p.country;
        return p.id;
      }
    }
    PlaceEntry p;
    p.id = "l" + std::to_string(record_.places.size() + 1);
    p.name = name;
    p.kind = kind;
    p.country = country;
    record_.places.push_back(p);
    std::string id = p.id;
    if (!within.empty() && fold(within) != fold(name)) {
      const std::string outer = place_id(within, "province", country, "");
      for (PlaceEntry& q : record_.places) {
        if (q.id == id) {
          q.within = outer;
        }
      }
    }
    return id;
  }

  struct Known {
    std::string name;
    std::string kind;
    std::string country;
    std::string within;
    std::optional<PartialDate> until;
  };

  /// What the packs know of a place of this name, if anything.
  [[nodiscard]] std::optional<Known> look_up(const std::string& name) const {
    std::vector<WordId> words;
    for (const Token& token : tokenise(name)) {
      words.push_back(
          a_.pack.word(fold(std::string_view(name).substr(token.begin, token.end - token.begin))));
    }
    if (words.empty()) {
      return std::nullopt;
    }
    const Pack::Match match = a_.pack.longest(words, 0);
    if (match.length != words.size()) {
      return std::nullopt;
    }
    const Language language = a_.sentences.empty() ? Language::any : a_.sentences.front().language;
    for (const EntryId id : match.entries) {
      const LexEntry& e = a_.pack.entry(id);
      const bool spoken = e.language == Language::any || e.language == language;
      if (e.type == Lex::place && spoken) {
        return Known{e.canonical, std::string(e.feature("kind").value_or("")),
                     std::string(e.feature("country").value_or("")),
                     std::string(e.feature("within").value_or("")),
                     parse_iso(e.feature("to").value_or(""))};
      }
    }
    return std::nullopt;
  }

  struct Vote {
    std::string name;
    std::string kind;
    int weight = 0;
    std::size_t first = 0;
  };

  void vote(const std::string& name, const std::string& kind, int weight, std::size_t at) {
    Vote& v = votes_[fold(name)];
    if (v.weight == 0) {
      v = {name, kind, 0, at};
    }
    v.weight += weight;
  }

  void vote_in(const Analysis& a, int factor) {
    for (const BodyMention& b : a.bodies) {
      if (is_province_level(b.level) && !b.place.empty()) {
        vote(b.place, b.level, 3 * factor, b.range.begin);
      }
      remember_place(b.level, b.place, b.range.begin);
    }
    for (const PlaceMention& p : a.places) {
      if (is_province_level(p.kind)) {
        vote(p.name, p.kind, 2 * factor, p.range.begin);
      } else if (p.kind == "city" || p.kind == "district" || p.kind == "town") {
        remember_place(p.kind, p.name, p.range.begin);
        if (!p.within.empty()) {
          vote(p.within, "province", factor, p.range.begin);
        } else if (const auto known = look_up(p.name); known && is_province_level(known->kind)) {
          vote(p.name, known->kind, factor, p.range.begin);
        }
      }
    }
  }

  void remember_place(const std::string& level, const std::string& name, std::size_t at) {
    if (!name.empty() && !level.empty()) {
      seen_[level].emplace_back(at, name);
    }
  }

  /// The place the document is about: its title, dateline, bodies and places vote.
  void find_context() {
    vote_in(a_, 1);
    if (!record_.document.title.empty()) {
      Document title;
      title.date = record_.document.date;
      const bool vietnamese =
          !a_.sentences.empty() && a_.sentences.front().language == Language::vi;
      title.lang = vietnamese ? "vi" : "en";
      if (Result<Text> text = Text::from_bytes(record_.document.title, "title")) {
        title.text = *std::move(text);
        Analysis t(a_.pack, title);
        find_words(t);
        find_chunks(t);
        vote_in(t, 2);
      }
    }
    const Vote* best = nullptr;
    for (const auto& [name, v] : votes_) {
      if (best == nullptr || v.weight > best->weight ||
          (v.weight == best->weight && v.first < best->first)) {
        best = &v;
      }
    }
    if (best != nullptr && best->weight >= 2) {
      province_ = best->name;
      province_kind_ = best->kind;
      const auto known = look_up(best->name);
      country_ = known ? known->country : "";
    }
  }

  /// The place meant by a body of this level that names none: the nearest one before it.
  [[nodiscard]] std::string nearest(const std::string& level, std::size_t at) const {
    const auto found = seen_.find(level);
    if (found == seen_.end()) {
      return "";
    }
    std::string name;
    std::size_t last = 0;
    for (const auto& [where, place] : found->second) {
      if (name.empty() || (where <= at && where >= last)) {
        name = place;
        last = where;
      }
    }
    return name;
  }

  // ---------------------------------------------------------------- bodies

  struct Entity {
    BodyEntry entry;
    std::string base;  ///< the entry's, folded
    std::string key;
    int parent = none;
    bool leveled = false;  ///< see BodyMention
  };

  std::string place_of(const BodyMention& b) {
    std::string name = b.place;
    std::string kind = b.placekind.empty() ? b.level : b.placekind;
    if (name.empty() && is_province_level(b.level)) {
      name = province_;
      kind = province_.empty() ? b.level : province_kind_;
    } else if (name.empty() && b.level == "city" && province_kind_ == "city") {
      name = province_;  // the news of a city run by the centre: "the municipal People's Committee"
      kind = "city";
    } else if (name.empty() && !b.level.empty() && b.level != "country") {
      name = nearest(b.level, b.range.begin);
    } else if (name.empty() && b.level.empty() && !b.national && is_local(b)) {
      name = province_;
      kind = province_kind_;
    }
    if (name.empty()) {
      return "";
    }
    const auto known = look_up(name);
    if (known && (kind.empty() || known->kind == kind || is_province_level(kind))) {
      const bool same = known->kind == kind || kind.empty() || known->kind == "city";
      // As the text writes it; the packs only add what is known of it.
      return place_id(fold(known->name) == fold(name) ? name : known->name,
                      same && !known->kind.empty() ? known->kind : kind, known->country,
                      known->within);
    }
    const bool below = kind == "district" || kind == "city" || kind == "town" || kind == "commune";
    return place_id(name, kind, country_, below && fold(name) != fold(province_) ? province_ : "");
  }

  /// Bodies that a provincial report names without their province.
  [[nodiscard]] bool is_local(const BodyMention& b) const {
    static const std::set<std::string> kinds = {"department", "police", "court", "procuracy",
                                                "union"};
    return country_known_local() && kinds.contains(b.kind);
  }

  [[nodiscard]] bool country_known_local() const { return !province_.empty(); }

  int entity_of(int mention) {
    if (mention == none) {
      return none;
    }
    BodyMention& b = a_.body(mention);
    if (b.entity != none) {
      return b.entity;
    }
    const int parent = b.parent == none ? none : entity_of(b.parent);
    const std::string base = fold(b.base);
    if (const auto alias = a_.acronyms.find(base);
        alias != a_.acronyms.end() && alias->second != mention) {
      return b.entity = entity_of(alias->second);
    }
    const bool bare = parent == none && b.place.empty() && b.level.empty() && !b.national;
    if (bare) {
      // "the People's Council" after "the Provincial People's Council": the one named last.
      for (std::size_t e = entities_.size(); e-- > 0;) {
        if (entities_[e].base == base && !entities_[e].leveled) {
          add_mention(static_cast<int>(e), b);
          return b.entity = static_cast<int>(e);
        }
      }
    }
    const std::string place = parent == none ? place_of(b) : std::string();
    std::string key = parent != none ? entities_[static_cast<std::size_t>(parent)].key + "/" + base
                                     : (place.empty() ? b.level : place) + "|" + base;
    for (std::size_t e = 0; e < entities_.size(); ++e) {
      if (entities_[e].key == key) {
        add_mention(static_cast<int>(e), b);
        return b.entity = static_cast<int>(e);
      }
    }
    Entity entity;
    entity.base = base;
    entity.leveled = b.leveled;
    entity.key = std::move(key);
    entity.parent = parent;
    entity.entry.name = b.name;
    entity.entry.base = b.base;
    entity.entry.kind = b.kind;
    entity.entry.level = b.level;
    entity.entry.place = place;
    if (parent != none) {
      const BodyEntry& p = entities_[static_cast<std::size_t>(parent)].entry;
      entity.entry.place = p.place;
      entity.entry.level = entity.entry.level.empty() ? p.level : entity.entry.level;
    }
    entities_.push_back(std::move(entity));
    const int made = static_cast<int>(entities_.size()) - 1;
    add_mention(made, b);
    return b.entity = made;
  }

  void add_mention(int entity, const BodyMention& b) {
    if (b.range.end <= b.range.begin) {
      return;
    }
    entities_[static_cast<std::size_t>(entity)].entry.mentions.push_back(a_.span_of(b.range));
  }

  void collect_bodies() {
    std::vector<std::pair<std::size_t, int>> used;  // begin token, mention
    const auto use = [&](int mention) {
      for (int m = mention; m != none; m = a_.body(m).parent) {
        used.emplace_back(a_.body(m).range.begin, m);
      }
    };
    for (const int mention : a_.used_bodies) {
      use(mention);
    }
    std::stable_sort(used.begin(), used.end());
    for (const auto& [at, mention] : used) {
      entity_of(mention);
    }
  }

  std::string body_id(int entity) {
    return entity == none ? std::string() : "b" + std::to_string(entity + 1);
  }

  /// A body that only a title names: the ministry of a minister.
  int body_of_portfolio(const TitleMention& t) {
    const LexEntry& head = a_.pack.entry(t.head);
    std::string field = t.portfolio;
    if (!field.empty() && field[0] >= 'a' && field[0] <= 'z') {
      field[0] = static_cast<char>(field[0] - 'a' + 'A');
    }
    const auto noun = head.feature("portfolio");
    const std::string base = noun && !noun->empty() ? std::string(*noun) + " of " + field : field;
    std::string place;
    if (t.place != none) {
      place = place_entry(a_.place(t.place));
    }
    const std::string folded = fold(base);
    const std::string key = place + "|" + folded;
    for (std::size_t e = 0; e < entities_.size(); ++e) {
      if (entities_[e].key == key || (place.empty() && entities_[e].base == folded)) {
        return static_cast<int>(e);
      }
    }
    Entity entity;
    entity.base = folded;
    entity.key = key;
    entity.entry.base = base;
    entity.entry.kind = "ministry";
    entity.entry.name = base;
    entity.entry.place = place;
    entities_.push_back(std::move(entity));
    return static_cast<int>(entities_.size()) - 1;
  }

  std::string place_entry(const PlaceMention& p) {
    const auto known = look_up(p.name);
    std::string id = place_id(p.name, p.kind.empty() && known ? known->kind : p.kind,
                              p.country.empty() && known ? known->country : p.country, p.within);
    // As the text words it: "Lao PDR", "Zhetysu region".
    const std::string worded = a_.text_of(p.range);
    for (PlaceEntry& entry : record_.places) {
      if (entry.id == id && !p.demonym && worded != entry.name &&
          std::find(entry.forms.begin(), entry.forms.end(), worded) == entry.forms.end()) {
        entry.forms.push_back(worded);
      }
    }
    return id;
  }

  // ---------------------------------------------------------------- people

  void collect_people() {
    for (std::size_t p = 0; p < a_.persons.size(); ++p) {
      PersonEntry entry;
      entry.id = "p" + std::to_string(p + 1);
      entry.name = a_.persons[p].name;
      record_.people.push_back(std::move(entry));
    }
    for (const PersonMention& m : a_.people) {
      if (m.entity == none) {
        continue;
      }
      PersonEntry& entry = record_.people[static_cast<std::size_t>(m.entity)];
      const std::string form = a_.text_of(m.range);
      const Span span = a_.span_of(m.range);
      entry.mentions.push_back(span);
      if (a_.tokens[m.range.begin].is(shape_capital) && form != entry.name && !is_pronoun(m) &&
          std::find(entry.forms.begin(), entry.forms.end(), form) == entry.forms.end()) {
        entry.forms.push_back(form);
      }
    }
    // In the order of first occurrence.
    for (PersonEntry& entry : record_.people) {
      std::sort(entry.mentions.begin(), entry.mentions.end());
    }
    order_.resize(record_.people.size());
    std::vector<std::size_t> by_place(record_.people.size());
    for (std::size_t i = 0; i < by_place.size(); ++i) {
      by_place[i] = i;
    }
    std::stable_sort(by_place.begin(), by_place.end(), [&](std::size_t x, std::size_t y) {
      return record_.people[x].mentions < record_.people[y].mentions;
    });
    std::vector<PersonEntry> sorted;
    for (std::size_t i = 0; i < by_place.size(); ++i) {
      order_[by_place[i]] = i;
      sorted.push_back(std::move(record_.people[by_place[i]]));
      sorted.back().id = "p" + std::to_string(i + 1);
    }
    record_.people = std::move(sorted);
  }

  [[nodiscard]] bool is_pronoun(const PersonMention& m) const {
    const auto cue = a_.find(m.range.begin, Lex::cue, m.range.end);
    return cue && a_.entry(*cue).canonical == "pronoun";
  }

  // ---------------------------------------------------------------- tenures

  [[nodiscard]] Evidence evidence(std::size_t sentence, const std::string& rule) const {
    const Span span = a_.span_of(a_.sentences[sentence].tokens);
    return {span, std::string(a_.document.text.view(span)), rule};
  }

  struct Built {
    TenureEntry entry;
    bool by_clause = false;
    bool from_text = false;  ///< the status stands in the title itself
  };

  void collect_tenures() {
    std::vector<Built> built;
    std::map<std::tuple<int, std::string, int, std::string, bool>, std::size_t> index;
    for (const Assertion& x : a_.assertions) {
      const TitleMention& t = a_.title(x.title);
      int body = none;
      if (t.body != none || x.body != none) {
        body = entity_of(t.body != none && !(t.inherited && x.body != none) ? t.body : x.body);
      } else if (!t.portfolio.empty()) {
        body = body_of_portfolio(t);
      }
      if (t.inherited && x.body == none) {
        // Whom the text has already given such a post holds that one.
        bool known = false;
        for (const Assertion& y : a_.assertions) {
          const TitleMention& u = a_.title(y.title);
          if (&y == &x || known) {
            break;
          }
          if (y.person == x.person && u.role == t.role && !u.inherited && u.body != none) {
            body = entity_of(u.body);
            known = true;
          }
        }
        if (!known && !t.certain) {
          body = none;
        }
      }
      std::string place;
      if (body == none && t.place != none && (!t.inherited || t.certain)) {
        place = place_entry(a_.place(t.place));
      }
      if (body == none && place.empty() && !t.level.empty()) {
        const std::string name =
            is_province_level(t.level) ? province_ : nearest(t.level, t.range.begin);
        if (!name.empty()) {
          const auto known = look_up(name);
          place =
              place_id(name, known ? known->kind : t.level, known ? known->country : country_, "");
        }
      }
      std::string status = t.status;
      const bool from_title = !status.empty();
      if (!x.status.empty() && (!from_title || x.status == "former")) {
        status = x.status;
      }
      const bool now = status.empty() || status == "current";
      // "Minister of Finance (2015-2019)", also where nobody knows when that was written
      const bool over = x.to && (a_.document.date ? latest(*x.to) < earliest(*a_.document.date)
                                                  : x.from.has_value());
      if (now && over) {
        status = "former";
      }
      // Who acts in a post and then gets it holds it twice.
      const auto key = std::tuple(x.person, fold(t.role), body, place, t.status == "acting");
      const auto [found, fresh] = index.try_emplace(key, built.size());
      if (fresh) {
        Built b;
        b.entry.person = "p" + std::to_string(order_[static_cast<std::size_t>(x.person)] + 1);
        b.entry.title = t.title;
        b.entry.role = t.role;
        b.entry.place = place;
        b.entry.body = body_id(body);
        b.entry.one_seat = is_one_seat(t);
        b.entry.confidence = x.implied ? Confidence::implied : Confidence::stated;
        built.push_back(std::move(b));
      }
      Built& b = built[found->second];
      TenureEntry& entry = b.entry;
      const bool stronger = x.clause || (from_title && !b.by_clause);
      const bool kept =
          (status.empty() && b.from_text) || (status != "former" && is_over(entry, x));
      if (fresh || (stronger && !kept)) {
        entry.status = status == "former"   ? Status::former
                       : status == "acting" ? Status::acting
                       : status == "elect"  ? Status::elect
                                            : Status::current;
        b.by_clause = b.by_clause || x.clause;
        b.from_text = from_title;
      }
      if (entry.title != t.title && !t.plural && fold(t.title) == fold(t.role) &&
          fold(a_.text_of(t.words)) == fold(t.role)) {
        entry.title = t.title;  // "Governor X" after "Gov. X"
      }
      if (!x.implied) {
        entry.confidence = Confidence::stated;
      }
      entry.period.from = entry.period.from ? entry.period.from : x.from;
      entry.period.to = entry.period.to ? entry.period.to : x.to;
      const Span span = a_.span_of(a_.sentences[x.sentence].tokens);
      const bool known =
          std::any_of(entry.evidence.begin(), entry.evidence.end(),
                      [&](const Evidence& y) { return y.span == span && y.rule == x.rule; });
      if (!known) {
        entry.evidence.push_back(evidence(x.sentence, x.rule));
      }
    }
    supersede(built);
    for (Built& b : built) {
      b.entry.period.open = b.entry.status == Status::former  ? Open::ended
                            : b.entry.period.to               ? Open::ended
                            : b.entry.status == Status::elect ? Open::unknown
                                                              : Open::ongoing;
      record_.tenures.push_back(std::move(b.entry));
    }
    for (std::size_t e = 0; e < entities_.size(); ++e) {
      finish_body(e);
    }
  }

  /// Has the post one holder at a time? By its noun alone: of deputies there may be several, of
  /// ministers of nothing in particular too.
  [[nodiscard]] bool is_one_seat(const TitleMention& t) const {
    const LexEntry& head = a_.pack.entry(t.head);
    return head.has("one") && t.role == head.canonical &&
           (!head.has("portfolio") || !t.portfolio.empty() ||
            (t.body != none && a_.body(t.body).kind == "ministry"));
  }

  /// Does what is known of a tenure's end outweigh a sentence that tells how it began? "served as
  /// Minister from 2013 to 2016 … In October 2013 she was appointed Minister".
  [[nodiscard]] bool is_over(const TenureEntry& entry, const Assertion& x) const {
    if (entry.status != Status::former || !(x.implied || x.gained)) {
      return false;
    }
    if (x.implied) {
      return true;
    }
    if (entry.period.to) {
      return !x.from || earliest(*x.from) < latest(*entry.period.to);
    }
    return x.from && a_.document.date && x.from->year < a_.document.date->year;
  }

  /// Who becomes Secretary of a body is no longer its Deputy Secretary.
  static void supersede(std::vector<Built>& built) {
    for (const Built& gained : built) {
      if (!gained.by_clause || gained.entry.status != Status::current) {
        continue;
      }
      for (Built& held : built) {
        if (held.entry.status == Status::acting && held.entry.person == gained.entry.person &&
            held.entry.role == gained.entry.role && held.entry.body == gained.entry.body &&
            held.entry.place == gained.entry.place) {
          held.entry.status = Status::former;  // acted in the post before
          continue;
        }
        if (&held != &gained && held.entry.person == gained.entry.person &&
            held.entry.body == gained.entry.body && !held.entry.body.empty() &&
            held.entry.role != gained.entry.role &&
            held.entry.role.size() > gained.entry.role.size() &&
            held.entry.role.ends_with(gained.entry.role) && held.entry.status == Status::current) {
          held.entry.status = Status::former;
          held.entry.confidence = Confidence::implied;
        }
      }
    }
  }

  void finish_body(std::size_t e) {
    Entity& entity = entities_[e];
    BodyEntry& entry = entity.entry;
    entry.id = body_id(static_cast<int>(e));
    std::sort(entry.mentions.begin(), entry.mentions.end());
    entry.mentions.erase(std::unique(entry.mentions.begin(), entry.mentions.end()),
                         entry.mentions.end());
    std::vector<std::string> forms;
    for (const Span span : entry.mentions) {
      std::string form = squeeze(a_.document.text.view(span));
      if (std::find(forms.begin(), forms.end(), form) == forms.end()) {
        forms.push_back(std::move(form));
      }
    }
    // The fullest form: the longest, the first of several.
    if (entry.name.empty()) {
      for (const std::string& form : forms) {
        if (form.size() > entry.name.size()) {
          entry.name = form;
        }
      }
      if (entry.name.empty()) {
        entry.name = entry.base;
      }
    }
    for (std::string& form : forms) {
      if (form != entry.name) {
        entry.forms.push_back(std::move(form));
      }
    }
    if (entry.kind.empty()) {
      entry.kind = "body";
    }
    record_.bodies.push_back(entry);
    if (entity.parent != none) {
      HierarchyEntry h;
      h.child = entry.id;
      h.parent = body_id(entity.parent);
      h.rule = "name-of-child";
      for (const Span span : entry.mentions) {
        for (std::size_t s = 0; s < a_.sentences.size(); ++s) {
          const Span whole = a_.span_of(a_.sentences[s].tokens);
          if (whole.begin <= span.begin && span.end <= whole.end) {
            h.evidence.push_back(evidence(s, h.rule));
            break;
          }
        }
        break;
      }
      h.confidence = h.evidence.empty() ? Confidence::inferred : Confidence::stated;
      record_.hierarchy.push_back(std::move(h));
    }
  }

  static std::string squeeze(std::string_view text) {
    std::string out;
    for (const char c : text) {
      const bool blank = c == ' ' || c == '\n' || c == '\t';
      if (!blank) {
        out.push_back(c);
      } else if (!out.empty() && out.back() != ' ') {
        out.push_back(' ');
      }
    }
    return out;
  }

  // ---------------------------------------------------------------- resolutions

  void collect_documents() {
    std::map<std::string, std::size_t> index;
    for (std::size_t s = 0; s < a_.sentences.size(); ++s) {
      for (const int i : a_.used_documents[s]) {
        const DocumentMention& d = a_.documents[static_cast<std::size_t>(i)];
        const std::string key = d.number.empty() ? fold(d.name) : d.kind + " " + fold(d.number);
        const auto [found, fresh] = index.try_emplace(key, record_.resolutions.size());
        if (fresh) {
          ResolutionEntry entry;
          entry.id = "r" + std::to_string(record_.resolutions.size() + 1);
          entry.name = d.name;
          entry.kind = d.kind;
          entry.number = d.number;
          record_.resolutions.push_back(std::move(entry));
        }
        ResolutionEntry& entry = record_.resolutions[found->second];
        if (d.name != entry.name &&
            std::find(entry.forms.begin(), entry.forms.end(), d.name) == entry.forms.end()) {
          entry.forms.push_back(d.name);
        }
        entry.date = entry.date ? entry.date : d.date;
        if (entry.issuer.empty() && d.issuer != none) {
          const int body = entity_of(d.issuer);
          if (body != none && static_cast<std::size_t>(body) < record_.bodies.size()) {
            entry.issuer = body_id(body);
          }
        }
        entry.subject = entry.subject.empty() ? d.subject : entry.subject;
        Evidence e = evidence(s, d.number.empty() ? "named-document" : "numbered-document");
        if (entry.evidence.empty() || entry.evidence.back().span != e.span) {
          entry.evidence.push_back(std::move(e));
        }
      }
    }
  }

  // ---------------------------------------------------------------- events

  /// The event that the document reports: what a body held or convened; and who took which part.
  void collect_events() {
    EventEntry event;
    for (std::size_t s = 0; s < a_.sentences.size(); ++s) {
      const Sentence& sentence = a_.sentences[s];
      const Item* noun = nullptr;
      const Item* held = nullptr;
      const Item* organiser = nullptr;
      const Item* after = nullptr;
      std::optional<PartialDate> when;
      for (const Item& item : sentence.items) {
        if (item.kind == ItemKind::word && a_.has(item.range.begin, Lex::event) &&
            noun == nullptr) {
          noun = &item;
        } else if (item.is(a_.pack.cues().convene)) {
          held = held == nullptr ? &item : held;
        } else if (item.kind == ItemKind::body) {
          (held == nullptr ? organiser : after) = &item;
        } else if (item.kind == ItemKind::date && !when) {
          when = item.date;
        }
      }
      if (event.kind.empty() && noun != nullptr && held != nullptr && noun > held) {
        event.kind =
            a_.entry(*a_.find(noun->range.begin, Lex::event, noun->range.end + 1)).canonical;
        event.id = "e1";
        event.date = when;
        const Item* of = after != nullptr && after > noun ? after : organiser;
        event.name = event.kind;
        if (of != nullptr && of->index != none) {
          const int body = entity_of(of->index);
          if (body != none && static_cast<std::size_t>(body) < record_.bodies.size()) {
            event.organiser = body_id(body);
            event.name += " of the " + record_.bodies[static_cast<std::size_t>(body)].name;
          }
        }
        event.evidence.push_back(evidence(s, "event"));
      }
    }
    if (event.kind.empty()) {
      return;
    }
    const GrammarCues& cues = a_.pack.cues();
    const auto parts = std::to_array<std::pair<std::uint8_t, const char*>>(
        {{cues.chair, "chair"}, {cues.speak, "speaker"}, {cues.attend, "attendee"}});
    for (const Sentence& sentence : a_.sentences) {
      // Whoever stands before the verb of a part took that part.
      std::vector<int> people;
      for (const Item& item : sentence.items) {
        if (item.kind == ItemKind::person) {
          people.insert(people.end(), item.people.begin(), item.people.end());
        }
        for (const auto& [cue, part] : parts) {
          if (!item.is(cue)) {
            continue;
          }
          for (const int mention : people) {
            const int person = a_.person(mention).entity;
            if (person == none) {
              continue;
            }
            Participation p{"p" + std::to_string(order_[static_cast<std::size_t>(person)] + 1),
                            part};
            const bool known = std::any_of(
                event.participants.begin(), event.participants.end(),
                [&](const Participation& q) { return q.person == p.person && q.part == p.part; });
            if (!known) {
              event.participants.push_back(std::move(p));
            }
          }
          people.clear();
        }
      }
    }
    record_.events.push_back(std::move(event));
  }

  /// Until when the places are there, as far as the packs know.
  void tell_ends_of_places() {
    for (PlaceEntry& place : record_.places) {
      if (const auto known = look_up(place.name); known && known->kind == place.kind) {
        place.until = known->until;
      }
    }
  }

  /// Bodies that ended, with what takes their place, and deaths: one event for what is told twice.
  void collect_changes() {
    std::map<std::tuple<std::string, std::vector<std::string>>, std::size_t> known;
    for (const Change& change : a_.changes) {
      EventEntry event;
      event.kind = change.kind;
      event.date = change.date;
      for (const int person : change.people) {
        event.died.push_back("p" + std::to_string(order_[static_cast<std::size_t>(person)] + 1));
      }
      event.dissolved = ids_of(change.ended);
      event.founded = ids_of(change.into);
      std::erase_if(event.founded, [&](const std::string& id) {
        return std::find(event.dissolved.begin(), event.dissolved.end(), id) !=
               event.dissolved.end();
      });
      if ((event.dissolved.empty() && event.died.empty()) ||
          (event.founded.empty() && !change.into.empty())) {
        continue;  // "Weston Council, formerly the Council": one body in two forms
      }
      const auto subjects = event.died.empty() ? event.dissolved : event.died;
      const auto [at, fresh] =
          known.emplace(std::tuple(event.kind, subjects), record_.events.size());
      if (!fresh) {
        EventEntry& before = record_.events[at->second];
        before.date = before.date ? before.date : event.date;
        before.founded = before.founded.empty() ? event.founded : before.founded;
        before.evidence.push_back(evidence(change.sentence, change.rule));
        continue;
      }
      event.id = "e" + std::to_string(record_.events.size() + 1);
      event.name = event.kind + " of " +
                   (event.died.empty() ? names_of(event.dissolved, record_.bodies)
                                       : names_of(event.died, record_.people));
      event.name += event.founded.empty()      ? ""
                    : event.kind == "renaming" ? " as " + names_of(event.founded, record_.bodies)
                                               : " into " + names_of(event.founded, record_.bodies);
      event.evidence.push_back(evidence(change.sentence, change.rule));
      record_.events.push_back(std::move(event));
    }
  }

  /// The ids of the bodies of these mentions, each once.
  std::vector<std::string> ids_of(const std::vector<int>& mentions) {
    std::vector<std::string> ids;
    for (const int mention : mentions) {
      const int body = entity_of(mention);
      if (body == none || static_cast<std::size_t>(body) >= record_.bodies.size()) {
        continue;
      }
      if (std::string id = body_id(body); std::find(ids.begin(), ids.end(), id) == ids.end()) {
        ids.push_back(std::move(id));
      }
    }
    return ids;
  }

  /// "X, Y and Z"
  template <class Entry>
  static std::string names_of(const std::vector<std::string>& ids,
                              const std::vector<Entry>& entries) {
    std::string out;
    for (std::size_t i = 0; i < ids.size(); ++i) {
      const auto found = std::find_if(entries.begin(), entries.end(),
                                      [&](const Entry& e) { return e.id == ids[i]; });
      out += i == 0 ? "" : i + 1 == ids.size() ? " and " : ", ";
      out += found == entries.end() ? ids[i] : found->name;
    }
    return out;
  }

  Analysis& a_;
  Record record_;
  std::map<std::string, Vote> votes_;
  std::map<std::string, std::vector<std::pair<std::size_t, std::string>>> seen_;
  std::string province_;
  std::string province_kind_;
  std::string country_;
  std::vector<Entity> entities_;
  std::vector<std::size_t> order_;
};

}  // namespace

Record finalise(Analysis& a, Document document) { return Finaliser(a, std::move(document)).run(); }

}  // namespace nom::extract
