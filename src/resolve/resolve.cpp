// SPDX-License-Identifier: Apache-2.0
#include "resolve/resolve.hpp"

#include "resolve/body.hpp"
#include "resolve/choice.hpp"
#include "resolve/ledger.hpp"
#include "resolve/naming.hpp"
#include "resolve/person.hpp"
#include "resolve/place.hpp"
#include "resolve/post.hpp"
#include "resolve/succession.hpp"
#include "resolve/term.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace nom {

namespace {

using namespace resolving;  // NOLINT(google-build-using-namespace): this room's own parts

std::optional<PartialDate> most_precise(const std::set<PartialDate>& dates) {
  std::optional<PartialDate> chosen;
  for (const PartialDate date : dates) {
    if (!chosen || precision(date) > precision(*chosen)) {
      chosen = date;
    }
  }
  return chosen;
}

class Build {
 public:
  Build(const std::vector<Record>& records, const Ledger& ledger, Faults& faults,
        std::vector<Contradiction>* contradictions)
      : records_(records),
        faults_(faults),
        contradictions_(contradictions),
        names_(builder_.names()) {
    local_.reserve(records.size());
    for (const Record& record : records) {
      local_.emplace_back(record);
      offsets_.emplace_back(record.document.text.str());
    }
    places_ = resolve_places(records_, local_, faults_);
    bodies_ = resolve_bodies(records_, local_, places_);
    posts_ = resolve_posts(records_, local_, places_, bodies_);
    people_ = resolve_people(records_, local_, places_, bodies_, posts_);
    if (!ledger.empty()) {
      judge(ledger);
    }
  }

  Graph run() {
    add_documents();
    add_places();
    add_bodies();
    add_posts();
    add_people();
    add_tenures();
    add_resolutions();
    add_events();
    add_hierarchy();
    return std::move(builder_).finish();
  }

 private:
  static std::size_t at(int i) { return static_cast<std::size_t>(i); }

  // All judgements speak of what the rules alone give. Bodies are judged first: who is one person
  // depends on which posts and bodies are one.
  void judge(const Ledger& ledger) {
    const Judged of_bodies =
        judged(ledger, {"body", chains_of(bodies_.all), bodies_.of, {}}, records_, faults_);
    const Judged of_people = judged(
        ledger, {"person", chains_of(people_.all), people_.of, own_keys()}, records_, faults_);
    if (!of_bodies.empty()) {
      const Bodies before_bodies = std::move(bodies_);
      const Posts before_posts = std::move(posts_);
      bodies_ = resolve_bodies(records_, local_, places_, of_bodies, &before_bodies);
      posts_ = resolve_posts(records_, local_, places_, bodies_);
      lead_on(moved(before_posts.of, before_posts.all.size(), posts_.of,
                    [&](std::size_t p) { return before_posts.all[p].chain; }),
              posts_.all);
    }
    if (!of_bodies.empty() || !of_people.empty()) {
      const People before = std::move(people_);
      people_ = resolve_people(records_, local_, places_, bodies_, posts_, of_people, &before);
    }
  }

  template <class Thing>
  static std::vector<std::string> chains_of(const std::vector<Thing>& things) {
    std::vector<std::string> chains;
    chains.reserve(things.size());
    for (const Thing& thing : things) {
      chains.push_back(thing.chain);
    }
    return chains;
  }

  // The key that each entry of a person would have alone.
  [[nodiscard]] std::vector<std::vector<std::string>> own_keys() const {
    std::vector<std::vector<std::string>> own(records_.size());
    for (std::size_t r = 0; r < records_.size(); ++r) {
      for (std::size_t i = 0; i < records_[r].people.size(); ++i) {
        own[r].push_back(person_key(records_[r].people[i].name, people_.anchors[r][i], places_));
      }
    }
    return own;
  }

  // Keys of a kind that lead to a vertex.
  template <class Merged>
  void add_merged(Vertex& to, const char* kind, const Merged& merged) {
    for (const std::string& key : merged) {
      to.merged.push_back(names_.intern(kind + key));
    }
  }

  Vertex vertex(const std::string& key, const std::string& label, const Tally& also = {}) {
    Vertex made;
    made.key = names_.intern(key);
    made.label = names_.intern(label.empty() ? key : label);
    for (const auto& [name, count] : also.all()) {
      made.also.push_back(names_.intern(name));
    }
    return made;
  }

  void connect(VertexId from, Relation relation, VertexId to, Edge edge = {}) {
    edge.relation = relation;
    builder_.connect(from, to, std::move(edge));
  }

  void cite(std::vector<Citation>& cited, std::size_t r, const std::vector<Evidence>& evidence) {
    for (const Evidence& e : evidence) {
      cited.push_back({document_[r], offsets_[r].from_bytes(e.span.begin),
                       offsets_[r].from_bytes(e.span.end), names_.intern(e.quote),
                       names_.intern(e.rule)});
    }
  }

  void cite(std::vector<Citation>& cited, std::size_t r, const std::vector<Span>& mentions) {
    const Text& text = records_[r].document.text;
    for (const Span span : mentions) {
      cited.push_back({document_[r], offsets_[r].from_bytes(span.begin),
                       offsets_[r].from_bytes(span.end), names_.intern(text.view(span)), no_name});
    }
  }

  void add_documents() {
    std::vector<Keyed> keys;
    for (const Record& record : records_) {
      keys.push_back({"document/" + slug(record.document.id), {}, record.document.id});
    }
    make_unique(keys);
    for (std::size_t r = 0; r < records_.size(); ++r) {
      const Document& document = records_[r].document;
      Vertex made = vertex(keys[r].key, document.title.empty() ? document.id : document.title);
      DocumentData data;
      data.id = names_.intern(document.id);
      data.lang = names_.intern(document.lang);
      data.source = names_.intern(document.source);
      data.text = names_.intern(document.text.str());
      data.date = document.date;
      made.data = data;
      document_.push_back(builder_.add(std::move(made)));
    }
  }

  void add_places() {
    for (const Place& place : places_.all) {
      Vertex made = vertex("place/" + place.chain, place.label, place.names);
      made.data = PlaceData{names_.intern(place.kind), names_.intern(place.country), place.until};
      place_.push_back(builder_.add(std::move(made)));
    }
    for (std::size_t p = 0; p < places_.all.size(); ++p) {
      if (places_.all[p].within != nothing) {
        connect(place_[p], Relation::within, place_[at(places_.all[p].within)]);
      }
    }
  }

  void add_bodies() {
    std::vector<Vertex> made;
    for (const Body& body : bodies_.all) {
      made.push_back(vertex("body/" + body.chain, body.label, body.names));
      add_merged(made.back(), "body/", body.merged);
      made.back().data = BodyData{names_.intern(body.kind), names_.intern(body.level)};
    }
    for (std::size_t r = 0; r < records_.size(); ++r) {
      for (std::size_t i = 0; i < records_[r].bodies.size(); ++i) {
        cite(made[at(bodies_.of[r][i])].cited, r, records_[r].bodies[i].mentions);
      }
    }
    for (std::size_t b = 0; b < made.size(); ++b) {
      body_.push_back(builder_.add(std::move(made[b])));
      if (bodies_.all[b].place != nothing) {
        connect(body_[b], Relation::located, place_[at(bodies_.all[b].place)]);
      }
    }
  }

  void add_posts() {
    for (const Post& post : posts_.all) {
      Vertex made = vertex("post/" + post.chain, post.label);
      add_merged(made, "post/", post.merged);
      made.data = PostData{names_.intern(post.role), post.one_seat};
      post_.push_back(builder_.add(std::move(made)));
      if (post.body != nothing) {
        connect(post_.back(), Relation::in_body, body_[at(post.body)]);
      } else if (post.place != nothing) {
        connect(post_.back(), Relation::located, place_[at(post.place)]);
      }
    }
  }

  void add_people() {
    std::vector<Vertex> made;
    for (const Person& person : people_.all) {
      Tally also = person.names;
      also.add_all(person.forms);
      made.push_back(vertex("person/" + person.chain, person.label, also));
      add_merged(made.back(), "person/", person.merged);
      made.back().data = PersonData{};
    }
    for (std::size_t r = 0; r < records_.size(); ++r) {
      for (std::size_t i = 0; i < records_[r].people.size(); ++i) {
        cite(made[at(people_.of[r][i])].cited, r, records_[r].people[i].mentions);
      }
    }
    for (Vertex& person : made) {
      person_.push_back(builder_.add(std::move(person)));
    }
    for (const Doubt& doubt : people_.doubts) {
      // From the smaller key to the larger, so that the direction says nothing.
      const bool swap = people_.all[at(doubt.other)].chain < people_.all[at(doubt.one)].chain;
      Edge edge;
      edge.confidence = Confidence::inferred;
      edge.rule = names_.intern(doubt.reason);
      connect(person_[at(swap ? doubt.other : doubt.one)], Relation::same_maybe,
              person_[at(swap ? doubt.one : doubt.other)], std::move(edge));
    }
  }

  void add_tenures() {
    std::map<std::pair<int, int>, std::vector<Entry>> by_holding;  // person, post
    for (std::size_t r = 0; r < records_.size(); ++r) {
      for (std::size_t t = 0; t < records_[r].tenures.size(); ++t) {
        const int who = look_up(local_[r].people, records_[r].tenures[t].person);
        if (who != nothing) {
          by_holding[{people_.of[r][at(who)], posts_.of[r][t]}].emplace_back(r, t);
        }
      }
    }
    std::vector<Keyed> keys;
    std::vector<Vertex> made;
    std::vector<Term> terms;
    std::vector<std::pair<int, int>> ends;
    for (const auto& [holding, entries] : by_holding) {
      std::vector<Claim> claims;
      for (const auto& [r, t] : entries) {
        claims.push_back({&records_[r].tenures[t], records_[r].document.date});
      }
      const Person& person = people_.all[at(holding.first)];
      const Post& post = posts_.all[at(holding.second)];
      std::size_t order = 0;
      for (const std::vector<std::size_t>& of_term : into_terms(claims)) {
        const Term term = sum_up(claims, of_term);
        Tally titles;
        Vertex tenure = vertex(person.chain, person.label + ", " + post.label);
        for (const std::size_t c : of_term) {
          titles.add(claims[c].entry->title);
          cite(tenure.cited, entries[c].first, claims[c].entry->evidence);
        }
        TenureData data;
        data.title = names_.intern(titles.best().empty() ? post.role : titles.best());
        data.status = term.status;
        data.confidence = term.confidence;
        data.period = term.period;
        data.acting = term.acting;
        tenure.data = data;
        find_contradictions(tenure, term, claims, entries, of_term);
        made.push_back(std::move(tenure));
        terms.push_back(term);
        ends.push_back(holding);
        keys.push_back({"tenure/" + person.chain + "/" + post.chain,
                        {to_iso(term.period.from), to_iso(term.cited.first), to_iso(term.period.to),
                         std::string(name_of(term.status))},
                        std::to_string(1000000 + order++)});
      }
    }
    make_unique(keys);
    const std::vector<std::size_t> successor = successions(terms, ends);
    std::vector<VertexId> added;
    for (std::size_t t = 0; t < made.size(); ++t) {
      made[t].key = names_.intern(keys[t].key);
      std::get<TenureData>(made[t].data).cited = terms[t].cited;
      const VertexId tenure = builder_.add(std::move(made[t]));
      connect(tenure, Relation::holder, person_[at(ends[t].first)]);
      connect(tenure, Relation::of_post, post_[at(ends[t].second)]);
      added.push_back(tenure);
    }
    for (std::size_t t = 0; t < made.size(); ++t) {
      if (successor[t] != Seated::no_successor) {
        Edge edge;
        edge.confidence = Confidence::inferred;
        edge.rule = names_.intern(one_seat_rule);
        connect(added[t], Relation::ended_by, added[successor[t]], std::move(edge));
      }
    }
  }

  using Entry = std::pair<std::size_t, std::size_t>;  // record, position in it

  // Claims of one term that give it another start or end than the one chosen.
  void find_contradictions(const Vertex& tenure, const Term& term, const std::vector<Claim>& claims,
                           const std::vector<Entry>& entries,
                           const std::vector<std::size_t>& of_term) {
    if (contradictions_ == nullptr) {
      return;
    }
    const auto compare = [&](const char* word, const std::optional<PartialDate>& chosen,
                             std::optional<PartialDate> Period::*side) {
      std::set<PartialDate> dates;
      Contradiction found;
      bool contrary = false;
      for (const std::size_t c : of_term) {
        if (const std::optional<PartialDate>& date = claims[c].entry->period.*side) {
          dates.insert(*date);
          contrary = contrary || !may_be_same(*date, *chosen);
          add_proofs(found, entries[c].first, claims[c].entry->evidence);
        }
      }
      if (contrary) {
        std::string all;
        for (const PartialDate date : dates) {
          all += (all.empty() ? "" : " or ") + std::string(word) + to_iso(date);
        }
        found.what = std::string(names_.text(tenure.label)) + ": " + all;
        contradictions_->push_back(std::move(found));
      }
    };
    compare("from ", term.period.from, &Period::from);
    compare("to ", term.period.to, &Period::to);
  }

  void add_proofs(Contradiction& to, std::size_t r, const std::vector<Evidence>& evidence) const {
    for (const Evidence& e : evidence) {
      to.proofs.push_back({records_[r].document.id, to_iso(records_[r].document.date), e.quote,
                           e.rule, offsets_[r].from_bytes(e.span.begin),
                           offsets_[r].from_bytes(e.span.end)});
    }
  }

  // Bounds the terms in posts with one seat by each other, and says which term ends which. `ends`:
  // the person and the post of each.
  std::vector<std::size_t> successions(std::vector<Term>& terms,
                                       const std::vector<std::pair<int, int>>& ends) const {
    std::map<int, std::vector<std::size_t>> in_post;
    for (std::size_t t = 0; t < terms.size(); ++t) {
      if (posts_.all[at(ends[t].second)].one_seat) {
        in_post[ends[t].second].push_back(t);
      }
    }
    std::vector<std::size_t> successor(terms.size(), Seated::no_successor);
    for (const auto& [post, of_post] : in_post) {
      std::vector<Seated> seated;
      for (const std::size_t t : of_post) {
        const int person = ends[t].first;
        seated.push_back({person, naming_of(people_.all[at(person)].label), &terms[t]});
      }
      bound_by_neighbours(seated);
      for (std::size_t s = 0; s < seated.size(); ++s) {
        if (seated[s].successor != Seated::no_successor) {
          successor[of_post[s]] = of_post[seated[s].successor];
        }
      }
    }
    return successor;
  }

  // Sorts entries with one identity but for body and date into things: those that name a body and a
  // date first; one that lacks either joins the only thing that it fits on the date.
  struct Draft {
    int body = nothing;
    std::set<PartialDate> dates;
    std::set<std::size_t> documents;
    std::vector<std::pair<std::size_t, std::size_t>> entries;
  };

  struct Mention {
    std::size_t record = 0;
    std::size_t entry = 0;
    int body = nothing;
    std::optional<PartialDate> date;
  };

  static std::vector<Draft> into_drafts(std::vector<Mention> mentions) {
    const auto known = [](const Mention& m) {
      return 2 * static_cast<int>(m.body != nothing) + static_cast<int>(m.date.has_value());
    };
    std::stable_sort(mentions.begin(), mentions.end(),
                     [&known](const Mention& a, const Mention& b) {
                       return std::tuple(-known(a), a.date, a.record, a.entry) <
                              std::tuple(-known(b), b.date, b.record, b.entry);
                     });
    std::vector<Draft> drafts;
    // Where a mention can fit: by body and year (0: undated), by year, by document.
    std::map<std::pair<int, int>, std::vector<std::size_t>> of_body_in_year;
    std::map<int, std::vector<std::size_t>> of_year;
    std::map<std::size_t, std::vector<std::size_t>> of_document;
    for (const Mention& m : mentions) {
      const int year = m.date ? m.date->year : 0;
      std::set<std::size_t> fits;
      const auto try_all = [&](const std::vector<std::size_t>& candidates) {
        for (std::size_t i = 0; i < candidates.size() && fits.size() < 2; ++i) {
          const Draft& draft = drafts[candidates[i]];
          const bool dates_agree =
              !m.date || std::all_of(draft.dates.begin(), draft.dates.end(),
                                     [&m](PartialDate date) { return may_be_same(date, *m.date); });
          const bool same_date = m.date && !draft.dates.empty() && dates_agree;
          const bool same_document = draft.documents.contains(m.record);
          // Without a body the words alone are too little.
          const bool bodies_agree =
              (m.body == draft.body && m.body != nothing) ||
              ((m.body == nothing || draft.body == nothing) && (same_date || same_document));
          if (dates_agree && bodies_agree) {
            fits.insert(candidates[i]);
          }
        }
      };
      if (m.body == nothing) {
        try_all(of_year[year]);
      } else if (m.date) {
        try_all(of_body_in_year[{m.body, year}]);
        try_all(of_body_in_year[{m.body, 0}]);
      } else {
        for (auto of_body = of_body_in_year.lower_bound({m.body, 0});
             of_body != of_body_in_year.end() && of_body->first.first == m.body; ++of_body) {
          try_all(of_body->second);
        }
      }
      try_all(of_document[m.record]);
      if (fits.size() != 1) {
        fits = {drafts.size()};
        drafts.emplace_back();
        drafts.back().body = m.body;
        of_body_in_year[{m.body, year}].push_back(*fits.begin());
        of_year[year].push_back(*fits.begin());
      }
      Draft& draft = drafts[*fits.begin()];
      if (m.date) {
        draft.dates.insert(*m.date);
      }
      if (draft.documents.insert(m.record).second) {
        of_document[m.record].push_back(*fits.begin());
      }
      draft.entries.emplace_back(m.record, m.entry);
    }
    return drafts;
  }

  [[nodiscard]] int body_of(std::size_t r, const std::string& id) const {
    const int local = look_up(local_[r].bodies, id);
    return local == nothing ? nothing : bodies_.of[r][at(local)];
  }

  [[nodiscard]] std::string key_in_body(const char* kind, int body) const {
    return std::string(kind) + "/" +
           (body == nothing ? std::string() : bodies_.all[at(body)].chain + "/");
  }

  void add_resolutions() {
    std::map<std::string, std::vector<Mention>> alike;
    for (std::size_t r = 0; r < records_.size(); ++r) {
      for (std::size_t i = 0; i < records_[r].resolutions.size(); ++i) {
        const ResolutionEntry& entry = records_[r].resolutions[i];
        const std::string identity = entry.number.empty()
                                         ? fold(entry.name)
                                         : "#" + fold(entry.kind) + "#" + fold(entry.number);
        alike[identity].push_back({r, i, body_of(r, entry.issuer), entry.date});
      }
    }
    std::vector<Keyed> keys;
    std::vector<Vertex> made;
    std::vector<int> issuers;
    for (auto& [identity, mentions] : alike) {
      for (const Draft& draft : into_drafts(std::move(mentions))) {
        Tally names;
        Tally kinds;
        Tally numbers;
        Tally subjects;
        std::vector<Citation> cited;
        for (const auto& [r, i] : draft.entries) {
          const ResolutionEntry& entry = records_[r].resolutions[i];
          names.add(entry.name);
          for (const std::string& form : entry.forms) {
            names.add(form, 0);
          }
          kinds.add(entry.kind);
          numbers.add(entry.number);
          subjects.add(entry.subject);
          cite(cited, r, entry.evidence);
        }
        ResolutionData data;
        data.type = names_.intern(kinds.best());
        data.number = names_.intern(numbers.best());
        data.subject = names_.intern(subjects.best());
        data.date = most_precise(draft.dates);
        const std::string own = slug(numbers.best().empty() ? names.best() : numbers.best());
        keys.push_back({key_in_body("resolution", draft.body) + own,
                        {to_iso(data.date), slug(kinds.best()),
                         slug(records_[draft.entries.front().first].document.id)},
                        identity});
        Vertex vertex_made = vertex(keys.back().key, names.best(), names);
        vertex_made.data = data;
        vertex_made.cited = std::move(cited);
        made.push_back(std::move(vertex_made));
        issuers.push_back(draft.body);
      }
    }
    add_with_keys(keys, made, issuers, Relation::issued_by);
  }

  void add_events() {
    std::map<std::string, std::vector<Mention>> alike;
    for (std::size_t r = 0; r < records_.size(); ++r) {
      for (std::size_t i = 0; i < records_[r].events.size(); ++i) {
        const EventEntry& entry = records_[r].events[i];
        std::string identity = fold(entry.name);
        // "a meeting" without a date or without an organiser is known in its document only.
        if (!entry.date || entry.organiser.empty()) {
          identity += "\n" + records_[r].document.id;
        }
        alike[identity].push_back({r, i, body_of(r, entry.organiser), entry.date});
      }
    }
    std::vector<Keyed> keys;
    std::vector<Vertex> made;
    std::vector<int> organisers;
    std::vector<std::vector<std::pair<std::size_t, std::size_t>>> entries;
    for (auto& [identity, mentions] : alike) {
      for (const Draft& draft : into_drafts(std::move(mentions))) {
        Tally names;
        Tally kinds;
        std::vector<Citation> cited;
        for (const auto& [r, i] : draft.entries) {
          const EventEntry& entry = records_[r].events[i];
          names.add(entry.name);
          kinds.add(entry.kind);
          cite(cited, r, entry.evidence);
        }
        EventData data;
        data.type = names_.intern(kinds.best());
        data.date = most_precise(draft.dates);
        keys.push_back({key_in_body("event", draft.body) + slug(names.best()) +
                            (data.date ? "." + to_iso(*data.date) : ""),
                        {slug(records_[draft.entries.front().first].document.id)},
                        identity});
        Vertex vertex_made = vertex(keys.back().key, names.best(), names);
        vertex_made.data = data;
        vertex_made.cited = std::move(cited);
        made.push_back(std::move(vertex_made));
        organisers.push_back(draft.body);
        entries.push_back(draft.entries);
      }
    }
    const std::vector<VertexId> events =
        add_with_keys(keys, made, organisers, Relation::organised_by);
    for (std::size_t e = 0; e < events.size(); ++e) {
      for (const auto& [r, i] : entries[e]) {
        for (const Participation& took_part : records_[r].events[i].participants) {
          const int who = look_up(local_[r].people, took_part.person);
          if (who != nothing) {
            Edge edge;
            edge.part = names_.intern(took_part.part);
            connect(person_[at(people_.of[r][at(who)])], Relation::took_part, events[e],
                    std::move(edge));
          }
        }
        for (const std::string& id : records_[r].events[i].died) {
          if (const int who = look_up(local_[r].people, id); who != nothing) {
            connect(person_[at(people_.of[r][at(who)])], Relation::ended_in, events[e]);
          }
        }
        for (const auto& [relation, ids] :
             {std::pair(Relation::ended_in, &records_[r].events[i].dissolved),
              std::pair(Relation::begun_in, &records_[r].events[i].founded)}) {
          for (const std::string& id : *ids) {
            if (const int body = body_of(r, id); body != nothing) {
              connect(body_[at(body)], relation, events[e]);
            }
          }
        }
      }
    }
  }

  std::vector<VertexId> add_with_keys(std::vector<Keyed>& keys, std::vector<Vertex>& made,
                                      const std::vector<int>& bodies, Relation relation) {
    make_unique(keys);
    std::vector<VertexId> added;
    for (std::size_t n = 0; n < made.size(); ++n) {
      made[n].key = names_.intern(keys[n].key);
      added.push_back(builder_.add(std::move(made[n])));
      if (bodies[n] != nothing) {
        connect(added.back(), relation, body_[at(bodies[n])]);
      }
    }
    return added;
  }

  // Body under body. The surest claims first; one that would close a ring is left out.
  void add_hierarchy() {
    struct Claimed {
      Confidence confidence = Confidence::inferred;
      std::string rule;
      std::vector<Citation> cited;
      int count = 0;
      Contradiction told;  // if it closes a ring
    };

    std::map<std::pair<int, int>, Claimed> claimed;  // child, parent
    for (std::size_t r = 0; r < records_.size(); ++r) {
      for (const HierarchyEntry& entry : records_[r].hierarchy) {
        const int child = body_of(r, entry.child);
        const int parent = body_of(r, entry.parent);
        if (child == nothing || parent == nothing || child == parent) {
          continue;
        }
        Claimed& claim = claimed[{child, parent}];
        if (claim.count == 0 ||
            std::tuple(entry.confidence, entry.rule) < std::tuple(claim.confidence, claim.rule)) {
          claim.confidence = entry.confidence;
          claim.rule = entry.rule;
        }
        cite(claim.cited, r, entry.evidence);
        add_proofs(claim.told, r, entry.evidence);
        if (entry.evidence.empty()) {
          const Document& document = records_[r].document;
          claim.told.proofs.push_back({document.id, to_iso(document.date), "", entry.rule});
        }
        ++claim.count;
      }
    }
    using Ranked = std::tuple<Confidence, int, std::string, std::string, std::pair<int, int>>;
    std::vector<Ranked> order;
    order.reserve(claimed.size());
    for (const auto& [pair, claim] : claimed) {
      order.emplace_back(claim.confidence, -claim.count, bodies_.all[at(pair.first)].chain,
                         bodies_.all[at(pair.second)].chain, pair);
    }
    std::sort(order.begin(), order.end());
    std::map<int, std::vector<int>> parents;
    for (const Ranked& ranked : order) {
      const auto [child, parent] = std::get<4>(ranked);
      Claimed& claim = claimed[{child, parent}];
      if (reaches(parents, parent, child)) {
        if (contradictions_ != nullptr) {
          claim.told.kind = Contradiction::Kind::ring;
          claim.told.what = bodies_.all[at(child)].label + " under " +
                            bodies_.all[at(parent)].label + ", which is under it";
          contradictions_->push_back(std::move(claim.told));
          continue;
        }
        faults_.add(
            {FaultKind::data,
             "left out: " + bodies_.all[at(child)].label + " under " +
                 bodies_.all[at(parent)].label + " would close a ring",
             {claim.cited.empty() ? std::string() : document_id(claim.cited.front()), 0, 0, {}},
             "surer claims put the second under the first"});
        continue;
      }
      parents[child].push_back(parent);
      Edge edge;
      edge.confidence = claim.confidence;
      edge.rule = names_.intern(claim.rule);
      edge.cited = std::move(claim.cited);
      connect(body_[at(child)], Relation::under, body_[at(parent)], std::move(edge));
    }
  }

  static bool reaches(const std::map<int, std::vector<int>>& parents, int from, int to) {
    std::vector<int> open = {from};
    std::set<int> seen;
    while (!open.empty()) {
      const int body = open.back();
      open.pop_back();
      if (body == to) {
        return true;
      }
      if (const auto found = parents.find(body);
          seen.insert(body).second && found != parents.end()) {
        open.insert(open.end(), found->second.begin(), found->second.end());
      }
    }
    return false;
  }

  [[nodiscard]] std::string document_id(const Citation& citation) const {
    for (std::size_t r = 0; r < document_.size(); ++r) {
      if (document_[r] == citation.document) {
        return records_[r].document.id;
      }
    }
    return {};
  }

  const std::vector<Record>& records_;
  Faults& faults_;
  std::vector<Contradiction>* contradictions_;
  GraphBuilder builder_;
  Names& names_;
  std::vector<Local> local_;
  std::vector<CodePoints> offsets_;
  Places places_;
  Bodies bodies_;
  Posts posts_;
  People people_;
  // Vertices by the numbers of the above.
  std::vector<VertexId> document_;
  std::vector<VertexId> place_;
  std::vector<VertexId> body_;
  std::vector<VertexId> post_;
  std::vector<VertexId> person_;
};

}  // namespace

Fault same_id(const std::string& id) {
  return {FaultKind::data,
          "another document has the id " + id + ", this one is left out",
          {id, 0, 0, {}},
          "give each document an id of its own"};
}

std::vector<Record> by_document(std::vector<Record> records, Faults& faults) {
  std::sort(records.begin(), records.end(),
            [](const Record& a, const Record& b) { return a.document.id < b.document.id; });
  std::vector<Record> kept;
  kept.reserve(records.size());
  for (auto first = records.begin(); first != records.end();) {
    auto last = std::next(first);
    while (last != records.end() && last->document.id == first->document.id) {
      ++last;
    }
    if (std::next(first) == last) {
      kept.push_back(std::move(*first));
    } else {
      std::map<std::string, Record*> distinct;
      for (auto record = first; record != last; ++record) {
        distinct.emplace(record::to_json(*record), &*record);
      }
      const std::string id = first->document.id;
      for (std::size_t n = 1; n < distinct.size(); ++n) {
        faults.add(same_id(id));
      }
      kept.push_back(std::move(*distinct.begin()->second));
    }
    first = last;
  }
  return kept;
}

bool may_be_one(const std::string& a, const std::string& b) {
  return may_be_one(naming_of(a), naming_of(b));
}

Graph resolve(std::vector<Record> records, const Ledger& ledger, Faults& faults,
              std::vector<Contradiction>* contradictions) {
  const std::vector<Record> sorted = by_document(std::move(records), faults);
  return Build(sorted, ledger, faults, contradictions).run();
}

Graph resolve(std::vector<Record> records, Faults& faults) {
  return resolve(std::move(records), {}, faults);
}

}  // namespace nom
