// SPDX-License-Identifier: Apache-2.0
#include "extract/frame.hpp"

#include "extract/matcher.hpp"
#include "extract/probe.hpp"

#include <algorithm>

namespace nom::extract {

namespace {

constexpr std::size_t loose_reach = 14;   ///< items between a verb of change and the post
constexpr std::size_t strict_reach = 4;   ///< items between "is" and the post
constexpr std::size_t object_reach = 6;   ///< items between an active verb and its object
constexpr std::size_t opening_reach = 6;  ///< items before the date that opens a sentence

class Reader {
 public:
  Reader(Analysis& a, std::size_t sentence, const std::vector<bool>& taken, int bearer)
      : a_(a),
        sentence_(sentence),
        items_(a.sentences[sentence].items),
        taken_(taken),
        bearer_(bearer) {}

  void run() {
    for (std::size_t i = 0; i < items_.size(); ++i) {
      const Item& item = items_[i];
      if (const std::size_t end = end_of_particulars(i); end > i) {
        i = end;
        continue;
      }
      switch (item.kind) {
        case ItemKind::person:
          person(i);
          break;
        case ItemKind::title:
          title(i);
          break;
        case ItemKind::body:
          body(i);
          break;
        case ItemKind::mark:
          mark(i);
          break;
        case ItemKind::word:
          word(i);
          break;
        case ItemKind::date:
          date(i);
          break;
        default:
          break;
      }
    }
    close();
  }

 private:
  using Kind = Frame::Kind;

  [[nodiscard]] const Item& item(int i) const { return items_[static_cast<std::size_t>(i)]; }

  [[nodiscard]] bool cue(std::size_t i, std::uint8_t set) const {
    return i < items_.size() && items_[i].kind == ItemKind::word && items_[i].is(set);
  }

  [[nodiscard]] bool is_mark(std::size_t i, char mark) const {
    return i < items_.size() && items_[i].kind == ItemKind::mark && items_[i].mark == mark;
  }

  /// No frame is open from here on.
  void close() {
    close_frame();
    if (frame_ != nullptr && said_something()) {
      count(&RuleTrace::Count::kept);
    }
    frame_ = nullptr;
  }

  /// A verb that lost its holder without naming the post ends what stands beside the name.
  void close_frame() {
    end_before();
    const bool left = frame_ != nullptr && frame_->leaves && !void_ && !future_ &&
                      subject_ != none &&
                      (frame_->kind == Kind::lose ? !used_ && spoken_of() : used_);
    if (left) {
      end_posts(item(subject_));
      for (const std::size_t more : also_) {
        end_posts(items_[more]);
      }
    }
    if (frame_ != nullptr && frame_->kind == Kind::gain && !frame_->leaves && used_ && !void_ &&
        !future_ && subject_ != none) {
      leave_posts();
    }
    if (frame_ != nullptr && frame_->kind == Kind::gain && !used_ && !void_ && !doubt_ &&
        subject_ != none && passive_ && member_of_.empty() && gained_at_ == none) {
      to_post_of_heading();
    }
    if (frame_ != nullptr && !used_ && !void_ && subject_ != none) {
      for (const std::size_t body : member_of_) {
        add_post("Member", static_cast<int>(body));
      }
    }
    gaining_ = frame_ == nullptr ? gaining_ : frame_->kind == Kind::gain && !void_ && !doubt_;
    member_of_.clear();
    field_ = false;
    left_ = none;
    used_ = false;
    replaced_ = none;
  }

  void count(std::size_t RuleTrace::Count::*what) {
    if (a_.trace != nullptr) {
      ++(a_.trace->frames[static_cast<std::size_t>(frame_ - a_.pack.frames().data())].*what);
    }
  }

  [[nodiscard]] bool said_something() const {
    for (std::size_t x = frame_first_; a_.trace != nullptr && x < a_.assertions.size(); ++x) {
      if (a_.assertions[x].rule == frame_->id) {
        return true;
      }
    }
    return false;
  }

  /// "X is acting secretary since Y resigned": of the post that X took.
  void end_before() {
    if (frame_ == nullptr || frame_->kind != Kind::lose || frame_->voice != Frame::Voice::own ||
        used_ || void_ || earlier_ == none || subject_ == none) {
      return;
    }
    const int now = subject_;
    subject_ = earlier_;
    int title = gains() || gaining_ ? last_title(entity(subject_)) : none;
    if (title == none && gaining_ && item(subject_).attached.size() == 1) {
      title = item(subject_).attached[0];
    }
    subject_ = now;
    earlier_ = none;
    if (title != none && entity(now) != none) {
      used_ = true;
      assert_all(item(now), {title}, "former", none, true);
    }
  }

  /// "X, Director of the Department, was elected Vice Chairman": the post beside the name is given
  /// up for the one gained, but for seats, posts in a party, honours, and what is held besides.
  void leave_posts() {
    const Item& who = item(subject_);
    if (who.people.size() != 1 || frame_first_ >= a_.assertions.size()) {
      return;
    }
    const int person = a_.person(who.people[0]).entity;
    const Assertion gained = a_.assertions[frame_first_];
    const TitleMention now = a_.title(gained.title);
    if (gained.person != person || !gained.gained || gained.status != "current" ||
        is_side_post(now) || is_party_post(now) || is_held_besides(now)) {
      return;
    }
    const bool minister = a_.pack.entry(now.head).has("portfolio");
    const std::size_t end = a_.assertions.size();
    for (std::size_t i = 0; i < end; ++i) {
      Assertion x = a_.assertions[i];
      const TitleMention& title = a_.title(x.title);
      const bool beside =
          std::find(who.attached.begin(), who.attached.end(), x.title) != who.attached.end();
      if (x.sentence == sentence_ && x.person == person && beside && x.status != "former" &&
          title.status.empty() && !is_side_post(title) && (minister || !is_party_post(title))) {
        x.status = "former";
        x.rule = frame_->id;
        x.clause = true;
        a_.assertions.push_back(std::move(x));
      }
    }
  }

  /// A post that is held beside another: a seat, an honour, one without a body or field.
  [[nodiscard]] bool is_side_post(const TitleMention& title) const {
    const LexEntry& head = a_.pack.entry(title.head);
    return title.is_membership() || head.has("seat") || head.has("degree") || head.has("trade") ||
           (title.body == none && title.place == none && title.portfolio.empty() &&
            !head.has("alone"));
  }

  /// A post in a body that others lead besides their own: an association, a board, a task force.
  [[nodiscard]] bool is_held_besides(const TitleMention& title) const {
    const std::string kind = title.body == none ? "" : a_.body(title.body).kind;
    return kind == "union" || kind == "group" || kind == "international" || kind == "committee" ||
           (kind == "company" && title.role.ends_with("Chairman"));
  }

  /// A post in a party, which a minister gives up and others may keep.
  [[nodiscard]] bool is_party_post(const TitleMention& title) const {
    return title.body != none && a_.body(title.body).kind == "party";
  }

  /// "X, director of Calder Bank, resigned from the Green Party", "quit the race", "was released on
  /// bail", "dropped as captain": does the verb say of something else that it is over?
  [[nodiscard]] bool ends_something_else(const TitleMention& post) const {
    constexpr std::size_t longest = 4;  // items
    const GrammarCues& cues = a_.pack.cues();
    const auto is_led = [&](std::size_t k) {
      return !cue(k, cues.no_post) &&
             (cue(k, cues.origin) || cue(k, cues.det) || cue(k, cues.personal) || cue(k, cues.as) ||
              cue(k, cues.adjective) || a_.token_text(items_[k].range.begin) == "on");
    };
    const bool as = cue(verb_ + 1, cues.as);
    std::size_t k = verb_ + 1;
    while (k < items_.size() && k < verb_ + longest && items_[k].kind == ItemKind::word &&
           is_led(k)) {
      ++k;
    }
    if (k >= items_.size() || k == verb_ + longest) {
      return false;
    }
    const int body = items_[k].kind == ItemKind::body ? items_[k].index : none;
    if (body != none && a_.body(body).reference && a_.body(body).kind == "party") {
      return !is_party_post(post);  // "X, mayor of Bend, quit the party"
    }
    if (body != none && post.body != none) {
      const BodyMention& left = a_.body(body);
      const BodyMention& own = a_.body(post.body);
      return !left.reference && !own.reference &&
             fold(own.base).find(fold(left.base)) == std::string::npos &&
             fold(left.base).find(fold(own.base)) == std::string::npos && own.parent != body;
    }
    return cue(k, cues.no_post) ||
           (as && items_[k].kind == ItemKind::word && !cue(k, cues.post) && items_[k].cues.none());
  }

  /// What the sentence says beside the name of one who has lost it all is over.
  void end_posts(const Item& who) {
    for (const int mention : who.people) {
      const int person = a_.person(mention).entity;
      for (std::size_t i = a_.assertions.size();
           i-- > 0 && a_.assertions[i].sentence == sentence_ && person != none;) {
        Assertion x = a_.assertions[i];
        // Who gets another field keeps what has none: a deputy prime minister stays one.
        const bool stays =
            field_ && a_.title(x.title).portfolio.empty() && a_.title(x.title).body == none;
        if (x.person == person && !x.clause && x.status != "former" && !stays &&
            a_.title(x.title).status != "former" && !ends_something_else(a_.title(x.title))) {
          x.status = "former";
          x.rule = frame_->id;
          x.clause = true;
          set_date(x);
          a_.assertions.push_back(std::move(x));
        }
      }
    }
  }

  /// A post that a verb and a body make: its head, a member of it.
  void add_post(const std::string& role, int of) {
    const Item& body = item(of);
    TitleMention t = Analysis::untold_title(body.range, role, 0);
    t.body = body.index;
    const bool elect = future_ && (frame_->kind == Kind::gain || frame_->kind == Kind::join);
    assert_people({a_.add_title(std::move(t))}, elect ? "elect" : frame_->status, none);
  }

  /// The title last given to somebody here or before, that is still held.
  [[nodiscard]] int last_title(int person, bool ended = false) const {
    for (int rank = 3; rank >= 0; --rank) {
      for (std::size_t n = a_.assertions.size(); n-- > 0;) {
        const Assertion& x = a_.assertions[n];
        const TitleMention& title = a_.title(x.title);
        const bool held = x.status != "former" && title.status != "former";
        // A seat in a parliament is not what one is replaced in, nor what one "has been".
        if (x.person == person && !(x.sentence == sentence_ && has_been(x.title)) &&
            (held || ended) && ((ended && x.sentence == sentence_) || rank < 3) &&
            (x.gained || x.announced || rank == 3 || rank < 2) && (x.clause || rank < 1) &&
            !a_.pack.entry(title.head).has("seat")) {
          return x.title;
        }
      }
    }
    return none;
  }

  /// "X, who has been deputy chair, …": is it said so of this post, in this sentence?
  [[nodiscard]] bool has_been(int title) const {
    for (std::size_t i = 1; i < items_.size(); ++i) {
      const auto& titles = items_[i].titles;
      if (std::find(titles.begin(), titles.end(), title) != titles.end()) {
        const std::size_t verb = cue(i - 1, a_.pack.cues().det) && i > 1 ? i - 2 : i - 1;
        return items_[verb].kind == ItemKind::word && is_state(verb) &&
               a_.token_text(items_[verb].range.end - 1) == "been";
      }
    }
    return false;
  }

  [[nodiscard]] int entity(int i) const {
    return i == none || item(i).people.empty() ? none : a_.person(item(i).people[0]).entity;
  }

  /// "X replaces Y": what X gains is what Y held. True if it was said.
  bool replaced(std::size_t i) {
    if (frame_ == nullptr || frame_->kind != Kind::replace || used_ || i - verb_ > strict_reach) {
      return false;
    }
    if (frame_->gained && !departs(i)) {
      close();
      return false;
    }
    used_ = true;
    if (void_) {
      return true;
    }
    if (!passive_ && replaced_with(i)) {
      return true;
    }
    const int named = named_after(i);
    if (passive_) {
      // "X was succeeded by Y", "X will be replaced by Y as Director"
      if (const int title = named != none ? named : last_title(entity(subject_), true);
          title != none) {
        const int left = subject_;
        const int body = body_of(title);
        assert_all(items_[i], {title}, future_ ? "elect" : "current", body, true);
        assert_all(item(left), {title}, future_ ? "current" : "former", body, true);
      }
      return true;
    }
    if (frame_->gained && !gains()) {
      return true;
    }
    replaced_ = static_cast<int>(i);
    int title = named == none ? last_title(entity(subject_)) : none;
    if (named == none && !is_word(i + 1, "with") && takes_post_of(i, title)) {
      return true;
    }
    if (title == none && named == none) {
      title = last_title(entity(subject_), true);  // who succeeded another has left, too
      const bool here = std::any_of(
          a_.assertions.begin(), a_.assertions.end(),
          [&](const Assertion& x) { return x.title == title && x.sentence == sentence_; });
      title = here ? none : title;  // "X, who was director there, succeeded Y"
    }
    if (title != none && !future_ && !holds_another(items_[i], title)) {
      const int heir = entity(subject_);
      const bool next = a_.title(title).status == "elect";
      const bool to_come =
          std::any_of(a_.assertions.begin(), a_.assertions.end(), [&](const Assertion& x) {
            return x.person == heir && x.title == title && (next || x.status == "elect");
          });
      const bool stays = to_come && is_to_leave(i);
      // "its next chief executive, succeeding Y": Y is no next one
      title = stays ? without_status(title) : title;
      assert_all(items_[i], {title}, stays ? "current" : "former", body_of(title), true);
    }
    return true;
  }

  /// The same post, as somebody else holds it: not "former", not "next".
  [[nodiscard]] int without_status(int title) const {
    TitleMention held = a_.title(title);
    held.status.clear();
    return a_.add_title(std::move(held));
  }

  /// "succeeding Y, who will retire in May": is the person of item i still there?
  [[nodiscard]] bool is_to_leave(std::size_t i) const {
    const std::size_t who = is_mark(i + 1, ',') ? i + 2 : i + 1;
    const Frame* const next = cue(who, a_.pack.cues().relative) && who + 1 < items_.size() &&
                                      items_[who + 1].kind == ItemKind::word
                                  ? a_.pack.frame_of(items_[who + 1].cues)
                                  : nullptr;
    return next != nullptr && next->kind == Kind::will;
  }

  /// Does nothing or a day follow the person of item i? "replaces Mayor Y in May", but not "on the
  /// ballot", "as candidate".
  [[nodiscard]] bool ends_with_day(std::size_t i) const {
    const std::size_t next = i + 1;
    if (next >= items_.size() || items_[next].kind != ItemKind::word ||
        cue(next, a_.pack.cues().relative) || cue(next, a_.pack.cues().conjunction)) {
      return true;
    }
    const std::size_t word = items_[next].range.end;
    return (next + 1 < items_.size() && (items_[next + 1].kind == ItemKind::date ||
                                         items_[next + 1].kind == ItemKind::number)) ||
           (word < a_.tokens.size() && (a_.has(word, Lex::month) || a_.has(word, Lex::weekday)));
  }

  /// Is the subject of the open frame nominated, or a candidate, before its verb?
  [[nodiscard]] bool is_only_nominated() const {
    for (std::size_t k = 0; k < verb_; ++k) {
      if (cue(k, a_.pack.cues().nominate) ||
          (static_cast<int>(k) >= subject_ && cue(k, a_.pack.cues().candidate))) {
        return true;
      }
    }
    return false;
  }

  /// "X succeeds Chancellor Y": the post beside the name of item i, who is replaced, is the one
  /// gained, unless X has it already (`held`) or gains another. True if it was said.
  bool takes_post_of(std::size_t i, int held) {
    const Item& who = items_[i];
    if (who.attached.size() != 1 || subject_ == none || !also_.empty() || gains() ||
        item(subject_).people.size() != 1 || is_only_nominated() || !ends_with_day(i)) {
      return false;
    }
    const bool announced = std::any_of(
        a_.assertions.begin(), a_.assertions.end(),
        [&](const Assertion& x) { return x.title == held && (x.gained || x.announced); });
    const TitleMention& post = a_.title(who.attached[0]);
    const LexEntry& head = a_.pack.entry(post.head);
    const bool before = post.range.end <= a_.person(who.people[0]).range.begin;
    if (!before || announced || head.has("seat") || head.has("royal") || head.has("trade") ||
        head.has("degree") || post.plural || (held != none && a_.title(held).role == post.role)) {
      return false;
    }
    TitleMention gained = post;
    gained.status.clear();
    const int title = a_.add_title(std::move(gained));
    assert_all(item(subject_), {title}, future_ ? "elect" : "current", none, true);
    assert_all(items_[i], {title}, future_ ? "current" : "former", none, true);
    return true;
  }

  /// The body that was last said to have this post, where its words do not tell.
  [[nodiscard]] int body_of(int title) const {
    for (std::size_t n = a_.assertions.size(); n-- > 0;) {
      if (a_.assertions[n].title == title) {
        return a_.assertions[n].body;
      }
    }
    return none;
  }

  /// "replaced Finance Minister X with former banker Y": Y has what X had.
  bool replaced_with(std::size_t i) {
    std::size_t other = i + 2;
    while (other < items_.size() && other < i + 6 && !cue(other, a_.pack.cues().oblique) &&
           (items_[other].kind == ItemKind::word || items_[other].kind == ItemKind::title)) {
      ++other;
    }
    if (!is_word(i + 1, "with") || other >= items_.size() ||
        items_[other].kind != ItemKind::person || cue(i - 1, a_.pack.cues().oblique)) {
      return false;
    }
    const int title = items_[i].attached.size() == 1 ? items_[i].attached[0]
                                                     : last_title(entity(static_cast<int>(i)));
    if (title == none) {
      return false;
    }
    assert_all(items_[i], {title}, future_ ? "current" : "former", none, true);
    assert_all(items_[other], {title}, future_ ? "elect" : "current", none, true);
    return true;
  }

  [[nodiscard]] bool is_word(std::size_t i, std::string_view word) const {
    return i < items_.size() && items_[i].kind == ItemKind::word &&
           a_.token_text(items_[i].range.begin) == word;
  }

  /// A form of "be", of what is to come, too.
  [[nodiscard]] bool is_state(std::size_t i) const {
    const Frame* const frame = a_.pack.frame_of(items_[i].cues);
    return frame != nullptr && (frame->kind == Kind::state || frame->kind == Kind::will);
  }

  /// "the departure of Finance Minister X": is X the one who left? Not in "of charges against X",
  /// nor in "left vacant when X resigned as mayor", where the next verb says it.
  [[nodiscard]] bool departs(std::size_t i) const {
    for (std::size_t k = verb_ + 1; k < i; ++k) {
      const bool of_person = items_[k].kind == ItemKind::title || cue(k, a_.pack.cues().det) ||
                             cue(k, a_.pack.cues().adverb) || cue(k, a_.pack.cues().before_person);
      if (!of_person) {
        return false;
      }
    }
    const Frame* const next = i + 1 < items_.size() && items_[i + 1].kind == ItemKind::word
                                  ? a_.pack.frame_of(items_[i + 1].cues)
                                  : nullptr;
    return next == nullptr || next->kind != Kind::lose;
  }

  /// "The assistant commissioner succeeds Commissioner X": X is named with the post itself.
  [[nodiscard]] bool holds_another(const Item& who, int title) const {
    const std::string& role = a_.title(title).role;
    return std::any_of(who.attached.begin(), who.attached.end(), [&](int t) {
      const std::string& held = a_.title(t).role;
      return held.size() < role.size() && role.ends_with(held);
    });
  }

  /// Does the sentence say that the subject gains a post, or acts in one?
  [[nodiscard]] bool gains() const {
    const int who = entity(subject_);
    return std::any_of(a_.assertions.rbegin(), a_.assertions.rend(), [&](const Assertion& x) {
      return x.sentence == sentence_ && x.person == who &&
             (x.gained || a_.title(x.title).status == "acting");
    });
  }

  /// "replaced three ministers, including Finance Minister X": of each of them.
  bool included(std::size_t i) {
    const bool change = frame_ != nullptr && !used_ && !passive_ && !void_ && !future_ &&
                        ((frame_->kind == Kind::lose && frame_->voice == Frame::Voice::active) ||
                         frame_->kind == Kind::replace);
    if (!change || i == 0 || !cue(i - 1, a_.pack.cues().including) || items_[i].attached.empty()) {
      return false;
    }
    for (std::size_t k = verb_ + 1; k < i; ++k) {
      if (items_[k].kind == ItemKind::person) {
        return false;
      }
    }
    end_posts(items_[i]);
    return true;
  }

  /// "by X as Director": the one post named after a person, if no other person stands between.
  [[nodiscard]] int named_after(std::size_t i) const {
    const bool as = cue(i + 1, a_.pack.cues().as) && i + 2 < items_.size();
    return as && items_[i + 2].kind == ItemKind::title && items_[i + 2].titles.size() == 1
               ? items_[i + 2].titles[0]
               : none;
  }

  /// "her predecessor in the old province, X": where "predecessor" ends, if only a place lies
  /// between it and the comma at k; else k.
  [[nodiscard]] std::size_t before_place(std::size_t k, std::size_t person) const {
    constexpr std::size_t reach = 5;
    const GrammarCues& cues = a_.pack.cues();
    for (std::size_t at = k; k < person && at > 1 && k - at < reach; --at) {
      const ItemKind kind = items_[at - 1].kind;
      if (cue(at - 1, cues.in) && (cue(at - 2, cues.predecessor) || cue(at - 2, cues.successor))) {
        return at - 1;
      }
      if (kind != ItemKind::place && kind != ItemKind::body &&
          (kind != ItemKind::word || a_.pack.frame_of(items_[at - 1].cues) != nullptr)) {
        break;
      }
    }
    return k;
  }

  /// "her predecessor, X", "his deputy X": the post of whom the text spoke of last.
  bool related(std::size_t i) {
    const GrammarCues& cues = a_.pack.cues();
    std::size_t k = i;
    while (k > 0 && is_mark(k - 1, ',')) {
      --k;
    }
    // "Her deputy will be X", "his successor is X"
    bool to_come = false;
    while (k > 1 && items_[k - 1].kind == ItemKind::word && is_state(k - 1)) {
      to_come = to_come || a_.pack.frame_of(items_[k - 1].cues)->kind == Kind::will;
      --k;
    }
    k = before_place(k, i);
    if (k == 0) {
      return false;
    }
    const bool before = cue(k - 1, cues.predecessor);
    const bool after = cue(k - 1, cues.successor);
    const bool post = k > 1 && items_[k - 1].kind == ItemKind::title &&
                      a_.title(items_[k - 1].titles[0]).role == "Deputy" &&
                      cue(k - 2, cues.personal);  // "Her deputy will be X"
    const bool deputy = post || cue(k - 1, cues.deputy);
    if (!before && !after && !deputy) {
      return false;
    }
    // "Ayala's predecessor, X": of whom the possessive names
    const bool owned = k > 2 && is_mark(k - 2, '\'') && items_[k - 3].kind == ItemKind::person;
    const int of = owned              ? entity(static_cast<int>(k) - 3)
                   : subject_ != none ? entity(subject_)
                                      : bearer_;
    int title = of == none ? none : last_title(of);
    if (title == none && after && of != none) {
      title = last_title(of, true);
    }
    if (title == none) {
      return true;
    }
    if (after && !a_.title(title).status.empty()) {  // "Former chief X … Her successor Y"
      title = without_status(title);
    }
    if (!deputy) {
      // "their predecessors, A and B"
      std::size_t who = i;
      while (true) {
        assert_all(items_[who], {title},
                   before    ? "former"
                   : to_come ? "elect"
                             : "current",
                   none, true);
        std::size_t more = who + 1;
        while (is_mark(more, ',') || cue(more, cues.conjunction)) {
          ++more;
        }
        if (more == who + 1 || more >= items_.size() || items_[more].kind != ItemKind::person ||
            !items_[more].attached.empty()) {
          break;
        }
        who = more;
      }
      return true;
    }
    TitleMention t = a_.title(title);
    if (!a_.pack.entry(t.head).has("one")) {
      return true;  // whose deputy one is tells a post only where there is one such post
    }
    t.title = "Deputy " + t.role;
    t.role = t.title;
    t.status.clear();
    assert_all(items_[i], {a_.add_title(std::move(t))}, to_come ? "elect" : "current", none, true);
    return true;
  }

  /// "was elected on May 21": the day a post was gained or lost.
  void date(std::size_t i) {
    if (frame_ == nullptr && subject_ == none && i < opening_reach) {
      opening_ = items_[i].date;
    }
    const bool change =
        frame_ != nullptr && i - verb_ <= loose_reach && spoken_of() &&
        (frame_->kind == Kind::gain || frame_->kind == Kind::lose || frame_->kind == Kind::head);
    if (!change || frame_first_ > a_.assertions.size()) {
      return;
    }
    if (i > 0 && cue(i - 1, a_.pack.cues().ending)) {  // "for a term ending December 31, 2027"
      ending_ = items_[i].date;
      for (std::size_t x = frame_first_; x < a_.assertions.size(); ++x) {
        set_date(a_.assertions[x]);
      }
      return;
    }
    for (std::size_t x = frame_first_; opened_ && x < a_.assertions.size(); ++x) {
      Assertion& told = a_.assertions[x];
      (told.status == "former" ? told.to : told.from).reset();  // the nearer date counts
    }
    opened_ = false;
    when_ = items_[i].date;
    for (std::size_t x = frame_first_; x < a_.assertions.size(); ++x) {
      set_date(a_.assertions[x]);
    }
  }

  void set_date(Assertion& x) const {
    if (x.implied || x.sentence != sentence_ || x.rule != frame_->id) {
      return;
    }
    if (ending_ && !x.to && x.status != "former") {
      x.to = ending_;
    }
    if (!when_) {
      return;
    }
    if (frame_->kind == Kind::head) {  // "chaired it from January 2022 to May 2023"
      (x.from ? x.to : x.from) = when_;
    } else if (x.status == "former") {
      x.to = x.to ? x.to : when_;
      // "retires as Secretary on 31 December": until then still in post.
      x.status = is_to_come(*when_) ? "current" : x.status;
    } else if (frame_->kind == Kind::lose) {  // "will retire on 31 December"
      x.to = x.to ? x.to : to_come(*when_);
    } else if (!x.to || x.to == ending_) {
      x.from = x.from ? x.from : when_;
      x.status = x.status == "current" && is_to_come(*when_) ? "elect" : x.status;
    }
  }

  /// Does the verb stand in the present perfect?
  [[nodiscard]] bool is_perfect() const {
    const std::string_view first = a_.token_text(items_[verb_].range.begin);
    return first == "has" || first == "have";
  }

  /// Does a day lie after the one of the document?
  [[nodiscard]] bool is_to_come(const PartialDate& day) const {
    const std::optional<PartialDate>& today = a_.document.date;
    return today && earliest(day) > latest(*today);
  }

  /// "in June", of what is to come: the next one, though June was read as the last before the day
  /// of the document.
  [[nodiscard]] PartialDate to_come(PartialDate day) const {
    const std::optional<PartialDate>& today = a_.document.date;
    if (today && day.month != 0 && latest(day) < earliest(*today)) {
      ++day.year;
    }
    return day;
  }

  /// Where the post begins that stands straight before a person: "by | the President X".
  [[nodiscard]] std::size_t with_post(std::size_t i) const {
    std::size_t k = i;
    while (k > 0 && items_[k - 1].kind == ItemKind::title) {
      --k;
    }
    while (k > 0 && cue(k - 1, a_.pack.cues().det)) {
      --k;
    }
    return k;
  }

  void person(std::size_t i) {
    const bool possessor = is_mark(i + 1, '\'');
    const std::size_t whole = with_post(i);
    const bool oblique = whole > 0 && cue(whole - 1, a_.pack.cues().oblique);
    const bool listed = subject_ != none && last_person_ != none && is_list(last_person_, i);
    last_person_ = static_cast<int>(i);
    if (possessor) {
      return;
    }
    if (included(i) || replaced(i)) {
      return;
    }
    if (related(i)) {
      speak_of(i);
      return;
    }
    if (frame_ != nullptr && frame_->voice != Frame::Voice::own && !used_ &&
        i - verb_ <= object_reach && !oblique && !object_ && !passive_) {
      subject_ = static_cast<int>(i);
      also_.clear();
      object_ = true;
      return;
    }
    // "was elected governor and X director", "removed from the post of governor, and X from that of
    // director": the verb goes on.
    if (frame_ != nullptr && used_ && spoken_of() && !oblique && same_verb(i) && i > 0 &&
        (cue(i - 1, a_.pack.cues().conjunction) || is_mark(i - 1, ',') || is_mark(i - 1, ';'))) {
      subject_ = static_cast<int>(i);
      also_.clear();
      verb_ = i;
      joined_ = none;
      return;
    }
    if (listed) {
      also_.push_back(i);
      return;
    }
    // "after X resigned": of X, in a clause of its own.
    const bool clause = i > 0 && cue(i - 1, a_.pack.cues().when) && i + 1 < items_.size() &&
                        items_[i + 1].kind == ItemKind::word &&
                        a_.pack.frame_of(items_[i + 1].cues) != nullptr;
    if (!oblique || clause) {
      const int before = subject_;
      speak_of(i);
      earlier_ = clause ? before : none;
    }
  }

  /// "A as head and B, formerly secretary, as director": does "as" and a post follow, after no more
  /// than an apposition?
  [[nodiscard]] bool is_as_title(std::size_t k) const {
    constexpr std::size_t longest_apposition = 6;
    const std::size_t begin = k;
    const bool apposition = is_mark(k, ',');
    while (apposition && k < items_.size() && k - begin < longest_apposition &&
           !cue(k, a_.pack.cues().as) &&
           (items_[k].kind == ItemKind::title ? taken_[k]
            : items_[k].kind == ItemKind::word
                ? a_.pack.frame_of(items_[k].cues) == nullptr
                : items_[k].kind != ItemKind::person && !is_mark(k, ';') && !is_mark(k, '.'))) {
      ++k;
    }
    k += cue(k, a_.pack.cues().as) ? 1U : 0U;
    const bool as = k > begin && cue(k - 1, a_.pack.cues().as);
    k += as && cue(k, a_.pack.cues().det) ? 1U : 0U;
    return as && k < items_.size() && items_[k].kind == ItemKind::title && !taken_[k];
  }

  /// Does a post follow this person as it did the one of whom the verb spoke?
  [[nodiscard]] bool same_verb(std::size_t i) const {
    if (frame_->kind == Kind::gain) {
      return i + 1 < items_.size() &&
             ((items_[i + 1].kind == ItemKind::title && !taken_[i + 1]) || is_as_title(i + 1));
    }
    return frame_->kind == Kind::lose && cue(i + 1, a_.pack.cues().origin) &&
           cue(i + 2, a_.pack.cues().post);
  }

  /// The person of this item is the subject from here on; nothing is said of it yet.
  void speak_of(std::size_t i) {
    close();
    subject_ = static_cast<int>(i);
    also_.clear();
    object_ = false;
    void_ = false;
    future_ = false;
  }

  /// Nobody is the subject from here on.
  void speak_of_nobody() {
    close();
    subject_ = none;
    also_.clear();
  }

  /// Only commas and "and" between two people.
  [[nodiscard]] bool is_list(int from, std::size_t to) const {
    for (std::size_t k = static_cast<std::size_t>(from) + 1; k < to; ++k) {
      // "dismissed his minister of health, X, and his minister of labour, Y"
      if (!is_mark(k, ',') && !is_mark(k, '&') && !cue(k, a_.pack.cues().conjunction) &&
          !cue(k, a_.pack.cues().det)) {
        return false;
      }
    }
    return true;
  }

  /// Where a field of work at t ends: one that the packs know, or capitalised words with one among
  /// them, "Physical Infrastructure and Transport"; t if there is none.
  [[nodiscard]] std::size_t end_of_field(std::size_t t) const {
    const std::size_t last = a_.sentences[sentence_].tokens.end;
    const auto known = a_.find(t, Lex::portfolio, last);
    constexpr LexMask other = mask_of(Lex::surname) | mask_of(Lex::given) | mask_of(Lex::place) |
                              mask_of(Lex::title) | mask_of(Lex::head) | mask_of(Lex::body) |
                              mask_of(Lex::month) | mask_of(Lex::weekday);
    bool field = false;
    std::size_t end = t;
    for (std::size_t at = t; at < last && at - t < 6; ++at) {
      const bool link = at > t && at + 1 < last && a_.capital(at + 1) &&
                        (a_.tokens[at].mark == '&' || a_.token_text(at) == "and");
      if (link) {
        continue;
      }
      if (!a_.capital(at) || !a_.tokens[at].is(shape_word) ||
          (!a_.has(at, Lex::portfolio) && (a_.lex[at] & other) != 0)) {
        break;
      }
      // No word that nobody knows ends it: "Education First".
      field = a_.has(at, Lex::portfolio);
      end = at + 1;
    }
    const std::size_t known_end = known ? t + known->length : t;
    return field ? std::max(end, known_end) : known_end;
  }

  /// Is one of the person's posts, as far as the text has told them, that of a minister?
  [[nodiscard]] bool is_minister(const Item& who) const {
    const auto has_field = [this](int title) {
      return a_.pack.entry(a_.title(title).head).has("portfolio");
    };
    const int person = who.people.empty() ? none : a_.person(who.people[0]).entity;
    return std::any_of(who.attached.begin(), who.attached.end(), has_field) ||
           std::any_of(a_.assertions.begin(), a_.assertions.end(), [&](const Assertion& x) {
             return x.person == person && has_field(x.title);
           });
  }

  /// "takes over at Health", "moves to Defence": the minister's field alone.
  bool field(std::size_t i) {
    // "moves from Health to Defence"
    const bool left = i > 0 && cue(i - 1, a_.pack.cues().origin);
    const std::size_t from = object_ && last_person_ != none
                                 ? std::max(verb_, static_cast<std::size_t>(last_person_))
                                 : verb_;
    if (frame_ == nullptr || frame_->kind != Kind::gain || used_ || i == 0 || subject_ == none ||
        !spoken_of() || i - from > 3 || (left && !a_.capital(items_[i].range.begin)) ||
        !(left || cue(i - 1, a_.pack.cues().link) ||
          (i - 1 == verb_ && (leads(verb_) || frame_->status == "acting")))) {
      return false;
    }
    if (frame_->status == "acting" && !is_minister(item(subject_))) {
      return false;  // "The manager will look after Marketing."
    }
    const std::size_t t = items_[i].range.begin;
    const std::size_t end = end_of_field(t);
    const auto minister = a_.pack.entry_of("minister", Lex::title);
    if (end == t || !minister) {
      return false;
    }
    std::size_t next = i;
    while (next < items_.size() && items_[next].range.begin < end) {
      ++next;
    }
    // A small word may follow, but no noun: "moves to Health insurance".
    const bool ends =
        next == items_.size() || items_[next].kind == ItemKind::mark ||
        (items_[next].kind == ItemKind::word && !a_.capital(items_[next].range.begin) &&
         (items_[next].cues.any() || a_.has(items_[next].range.begin, Lex::stop)));
    if (!ends) {
      return false;
    }
    const Range words = {t, end};
    // "Additional Chief Secretary X is shifted to Mines": in the same rank.
    TitleMention made =
        Analysis::untold_title(words, a_.pack.entry(*minister).canonical, *minister);
    for (const int held : item(subject_).attached) {
      if (a_.pack.entry(a_.title(held).head).has("portfolio")) {
        made.head = a_.title(held).head;
        made.title = a_.title(held).title;
        made.role = a_.title(held).role;
      }
    }
    made.portfolio = a_.text_of(words);
    made.portfolio_of = true;
    used_ = !left;
    field_ = true;
    if (!void_ && !doubt_) {
      assert_people({a_.add_title(std::move(made))},
                    left      ? (future_ ? "current" : "former")
                    : future_ ? (frame_->status == "acting" ? "acting" : "elect")
                              : frame_->status,
                    none);
    }
    verb_ = left ? next - 1 : verb_;
    return true;
  }

  /// "2. Election of Chairman. Cllr X was duly elected.", "Tree Warden. Mr Y was re-appointed.":
  /// the post that the sentence before names, and nothing else.
  void to_post_of_heading() {
    if (sentence_ == 0 || cue(verb_ + 1, a_.pack.cues().link)) {
      return;  // "was elected to the council"
    }
    int post = none;
    for (const Item& item : a_.sentences[sentence_ - 1].items) {
      if (item.kind == ItemKind::title && item.titles.size() == 1 && post == none) {
        post = item.titles[0];
      } else if (item.kind != ItemKind::number && item.kind != ItemKind::mark &&
                 !(item.kind == ItemKind::word && post == none && is_of_election(item))) {
        return;
      }
    }
    if (post != none && !a_.title(post).plural) {
      used_ = true;
      assert_people({post}, future_ ? "elect" : frame_->status, none);
    }
  }

  /// "Election of", "To elect a"
  [[nodiscard]] bool is_of_election(const Item& item) const {
    const GrammarCues& cues = a_.pack.cues();
    return item.is(cues.election_of) || item.is(cues.election) || item.is(cues.det) ||
           item.is(cues.oblique) || item.is(cues.link);
  }

  /// "… the election results for the post of Vice Chairman. X was appointed to this post.": the
  /// post that the sentence before names last, of nobody.
  bool named_before() {
    if (sentence_ == 0) {
      return false;
    }
    const auto& before = a_.sentences[sentence_ - 1].items;
    const bool filled = std::any_of(before.begin(), before.end(), [&](const Item& item) {
      return item.is(a_.pack.cues().election_of);
    });
    for (std::size_t k = before.size(); k-- > 0 && filled;) {
      if (before[k].kind == ItemKind::person) {
        return false;
      }
      if (before[k].kind == ItemKind::title && before[k].titles.size() == 1) {
        used_ = true;
        assert_people(before[k].titles, future_ ? "elect" : frame_->status, none);
        return true;
      }
    }
    return false;
  }

  /// "X, who held this position since 2020": the post of which the text spoke last.
  bool that_post(std::size_t i) {
    const bool gain = frame_ != nullptr && frame_->kind == Kind::gain && spoken_of();
    if (!cue(i, a_.pack.cues().that_post) || frame_ == nullptr ||
        (frame_->kind != Kind::hold && frame_->kind != Kind::lose && !gain) || used_ ||
        (frame_->kind == Kind::lose && !spoken_of()) || subject_ == none || i - verb_ > 2 ||
        void_ || doubt_) {
      return false;
    }
    if (gain) {
      // "appointed to the post of Director" names it
      const bool named = cue(i + 1, a_.pack.cues().oblique) || cue(i + 1, a_.pack.cues().as) ||
                         cue(i + 1, a_.pack.cues().link) ||
                         (i + 1 < items_.size() && items_[i + 1].kind == ItemKind::title);
      return !named && named_before();
    }
    const int who = entity(subject_);
    for (std::size_t n = a_.assertions.size(); n-- > 0;) {
      const Assertion x = a_.assertions[n];
      if (x.person == who || x.sentence + 1 < sentence_) {
        return x.person == who;  // the post is told
      }
      if (x.gained && x.status != "former") {
        assert_people({x.title}, "former", x.body);
        used_ = true;
        return true;
      }
    }
    return false;
  }

  /// "X who", "X, who", "X, a surgeon who": the person of a relative clause.
  [[nodiscard]] int antecedent(std::size_t i) const {
    std::size_t k = i;
    while (k > 0 && i - k < 6 &&
           (items_[k - 1].kind == ItemKind::word || items_[k - 1].kind == ItemKind::number) &&
           a_.pack.frame_of(items_[k - 1].cues) == nullptr) {
      --k;
    }
    const bool apposition = k < i && k > 1 && is_mark(k - 1, ',') && cue(k, a_.pack.cues().det);
    if (k > 1 && is_mark(k - 1, ',') && (k == i || apposition)) {
      --k;
    } else if (k < i) {
      k = i;
    }
    return k > 0 && items_[k - 1].kind == ItemKind::person ? static_cast<int>(k) - 1 : none;
  }

  /// "left the agency in May to become", but "failing to become", "the first woman to become"
  [[nodiscard]] bool follows_what_is_left(std::size_t i) const {
    if (i == 0 || i - 1 == verb_) {
      return i != 0;
    }
    const ItemKind before = items_[i - 1].kind;
    return cue(i - 1, a_.pack.cues().span) ||  // "left last month to become"
           (before != ItemKind::word && before != ItemKind::person);
  }

  /// The frame of the words of one cue set.
  [[nodiscard]] const Frame* frame_of(std::uint8_t set) const {
    return a_.pack.frame_of(std::bitset<max_cue_sets>().set(set));
  }

  /// A word that opens a frame, or that belongs to later frames too.
  void count_word(std::size_t i, const Frame& opened) {
    if (a_.trace == nullptr) {
      return;
    }
    const std::span<const Frame> frames = a_.pack.frames();
    for (std::size_t f = 0; f < frames.size(); ++f) {
      if (!items_[i].is(frames[f].cue)) {
        continue;
      }
      RuleTrace::Count& counts = a_.trace->frames[f];
      ++counts.tried;
      if (&frames[f] != &opened) {
        ++counts.lost;
        continue;
      }
      ++counts.fired;
      if (opened.kind == Kind::no || opened.kind == Kind::doubt || opened.kind == Kind::will ||
          opened.kind == Kind::say) {
        ++counts.kept;  // it says something of the verbs beside it
      }
    }
  }

  void word(std::size_t i) {
    if (field(i)) {
      return;
    }
    if (cue(i, a_.pack.cues().relative)) {
      opening_.reset();
      if (const int who = antecedent(i); who != none) {
        speak_of(static_cast<std::size_t>(who));
        return;
      }
    }
    if (that_post(i)) {
      return;
    }
    if ((object_ || passive_) && frame_ != nullptr && cue(i, a_.pack.cues().replacement)) {
      // "elected X as his successor": to what was lost.
      for (std::size_t n = a_.assertions.size(); n-- > 0;) {
        if (a_.assertions[n].status == "former" && a_.assertions[n].clause) {
          const int title = a_.assertions[n].title;
          assert_all(item(subject_), {title}, future_ ? "elect" : "current", a_.assertions[n].body,
                     true);
          used_ = true;
          break;
        }
      }
      return;
    }
    if (frame_ != nullptr && frame_->kind == Kind::lose && !used_ && i - verb_ <= loose_reach &&
        cue(i, a_.pack.cues().no_post) && cue(i + 1, a_.pack.cues().oblique)) {
      void_ = true;  // "quit the race for mayor"
    }
    announced_ = announced_ || cue(i, a_.pack.cues().announce);
    if (cue(i, a_.pack.cues().interim) && frame_ != nullptr) {
      for (std::size_t x = frame_first_; x < a_.assertions.size(); ++x) {
        if (a_.assertions[x].rule == frame_->id && a_.assertions[x].status == "current") {
          a_.assertions[x].status = "acting";  // "has led the agency on an interim basis"
        }
      }
    }
    if (cue(i, a_.pack.cues().at_once) && frame_ != nullptr) {
      for (std::size_t x = frame_first_; x < a_.assertions.size(); ++x) {
        if (a_.assertions[x].rule == frame_->id && a_.assertions[x].status == "elect") {
          a_.assertions[x].status = "current";  // "will become chair with immediate effect"
        }
      }
    }
    // "left the agency to become its director": what was left leads to what is gained
    const bool leaving = frame_ != nullptr && subject_ != none &&
                         (frame_->kind == Kind::lose || frame_->kind == Kind::leave) &&
                         cue(i, a_.pack.cues().onward);
    const bool onward = leaving && follows_what_is_left(i);
    if (leaving && !onward) {
      speak_of_nobody();  // "left, failing to become"
      return;
    }
    const Frame* const found =
        onward ? frame_of(a_.pack.cues().become) : a_.pack.frame_of(items_[i].cues);
    if (found == nullptr) {
      return;
    }
    count_word(i, *found);
    onward_ = onward ? static_cast<int>(i) : onward_;
    switch (found->kind) {
      case Kind::no:
        if (announced_ && a_.token_text(items_[i].range.begin) == "would") {
          future_ = true;  // "announced that X would serve as"
          return;
        }
        nominated_ = !void_ && cue(i, a_.pack.cues().nominate) ? static_cast<int>(i) : none;
        void_ = true;
        return;
      case Kind::doubt:
        // "Until 2013 he was": a time, of which nothing is doubted.
        doubt_ = doubt_ || i + 1 >= items_.size() || items_[i + 1].kind != ItemKind::date;
        return;
      case Kind::will:
        future_ = true;
        return;
      case Kind::say:
        speak_of_nobody();
        void_ = false;
        future_ = false;
        return;
      default:
        break;
    }
    if (frame_ != nullptr && (frame_->kind == Kind::lose || frame_->kind == Kind::gain) && !used_ &&
        found->kind == Kind::hold) {
      verb_ = i;  // "elected … to hold the position of", "ceases to hold"
      return;
    }
    if (frame_ != nullptr && frame_->kind == Kind::leave && used_ && found->kind == Kind::hold &&
        cue(i - 1, a_.pack.cues().conjunction)) {
      // "stops participating in the committee and holding the position of"
      const auto cease = std::bitset<max_cue_sets>().set(a_.pack.cues().cease);
      if (const Frame* const ceases = a_.pack.frame_of(cease)) {
        close();
        frame_ = ceases;
        frame_first_ = a_.assertions.size();
        verb_ = i;
        return;
      }
    }
    // "appointed to lead the agency", but not "the first woman to lead it"
    const bool infinitive =
        (found->kind == Kind::head || found->kind == Kind::join) &&
        a_.token_text(items_[i].range.begin) == "to" &&
        (frame_ == nullptr ||
         (frame_->kind != Kind::gain && !(frame_->kind == Kind::lose && follows_what_is_left(i)) &&
          !(frame_->kind == Kind::state && i - verb_ <= 2)));
    if (infinitive) {
      return;
    }
    // "took over from retired X", "by retired police general X": the word is said of X alone
    if (found->kind == Kind::lose && found->voice == Frame::Voice::own && i > 0 &&
        (cue(i - 1, a_.pack.cues().oblique) || (items_[i - 1].kind == ItemKind::word &&
                                                a_.pack.frame_of(items_[i - 1].cues) != nullptr))) {
      constexpr std::size_t longest_trade = 3;  // items
      std::size_t who = i + 1;
      while (who < items_.size() && who <= i + longest_trade &&
             items_[who].kind == ItemKind::word && items_[who].cues.none()) {
        ++who;
      }
      if (who < items_.size() && items_[who].kind == ItemKind::person) {
        return;
      }
    }
    // "was nominated and elected", "was proposed by X, seconded by Y and duly elected": no longer
    // only wished for
    const std::size_t joint = i > 0 && cue(i - 1, a_.pack.cues().adverb) ? i - 1 : i;
    const bool come_true = nominated_ != none && found->kind == Kind::gain && joint > 0 &&
                           cue(joint - 1, a_.pack.cues().conjunction) &&
                           i - static_cast<std::size_t>(nominated_) <= loose_reach;
    void_ = void_ && !come_true;
    const bool passive = come_true || is_passive(i);
    // "She is joined on the board by X", but "is joining"
    if (found->kind == Kind::join && frame_ != nullptr && frame_->kind == Kind::state && !used_ &&
        i - verb_ == 1 && a_.token_text(items_[i].range.begin) == "joined") {
      return;
    }
    // "Mayor X to retire in June", "vowed not to resign"
    if (found->kind == Kind::lose && i > 1 &&
        fold(a_.token_text(items_[i - 1].range.begin)) == "to") {
      if (cue(i - 2, a_.pack.cues().negation)) {
        return;
      }
      future_ = future_ || items_[i - 2].kind == ItemKind::person || is_mark(i - 2, ',');
    }
    close();
    frame_ = found;
    frame_first_ = a_.assertions.size();
    gained_at_ = none;
    when_.reset();
    opened_ = (found->kind == Kind::gain || found->kind == Kind::lose) && opening_.has_value();
    when_ = opened_ ? opening_ : std::nullopt;
    ending_.reset();
    if (found->kind != Kind::state) {
      opening_.reset();  // of the first verb alone
    }
    verb_ = i;
    joined_ = none;
    object_ = false;
    // "X moved from Trade to Defence" speaks of X, too.
    const bool moves =
        found->voice == Frame::Voice::both && found->kind == Kind::gain &&
        (cue(i + 1, a_.pack.cues().origin) || a_.token_text(items_[i].range.end - 1) == "from" ||
         (i > 0 && items_[i - 1].kind == ItemKind::person && leads(i)));
    passive_ = moves || is_headline(i) ||
               (passive && (found->voice == Frame::Voice::both ||
                            (found->kind == Kind::replace && cue(i + 1, a_.pack.cues().oblique))));
  }

  void mark(std::size_t i) {
    const char m = items_[i].mark;
    if (m == ';' && goes_on(i)) {
      joined_ = static_cast<int>(i);  // "held the posts of A; B; C"
    } else if (m == ';') {
      close();
      void_ = false;
      doubt_ = false;
      future_ = false;
    } else if (m == ',') {
      if (frame_ == nullptr || used_) {
        void_ = false;
      }
    } else if (m == '"' || (m == ':' && !opens_list(i) && !is_detail(i))) {
      speak_of_nobody();
    }
  }

  /// "X (born in 1975; hometown: Bend) is": the bracket that closes the particulars of the person
  /// before item i; i if they are none.
  [[nodiscard]] std::size_t end_of_particulars(std::size_t i) const {
    constexpr std::size_t longest = 24;  // items
    if (!is_mark(i, '(') || i == 0 || items_[i - 1].kind != ItemKind::person) {
      return i;
    }
    bool parts = false;
    for (std::size_t k = i + 1; k < items_.size() && k - i < longest; ++k) {
      if (is_mark(k, ')')) {
        return parts ? k : i;
      }
      if (items_[k].kind == ItemKind::person || items_[k].kind == ItemKind::title ||
          items_[k].kind == ItemKind::body) {
        return i;
      }
      parts = parts || is_mark(k, ';') || is_mark(k, ':');
    }
    return i;
  }

  /// "X, born in 1975, professional qualification: Master of Law, is": the colon of a particular
  /// between commas.
  [[nodiscard]] bool is_detail(std::size_t colon) const {
    constexpr std::size_t longest_label = 5;  // items
    constexpr std::size_t longest_value = 8;
    std::size_t from = colon;
    while (from > 0 && colon - from <= longest_label && items_[from - 1].kind == ItemKind::word &&
           !a_.capital(items_[from - 1].range.begin)) {
      --from;
    }
    std::size_t to = colon + 1;
    while (to < items_.size() && to - colon <= longest_value && !is_mark(to, ',') &&
           (items_[to].kind == ItemKind::word || items_[to].kind == ItemKind::place ||
            items_[to].kind == ItemKind::number)) {
      ++to;
    }
    return subject_ != none && from < colon && from > 0 && is_mark(from - 1, ',') &&
           to > colon + 1 && is_mark(to, ',');
  }

  /// Does another post of the same person follow the semicolon: a post alone, that nobody else has?
  [[nodiscard]] bool goes_on(std::size_t i) const {
    if (frame_ == nullptr || !used_ || joined_ == none || void_ || !spoken_of()) {
      return false;
    }
    // Between the post and the semicolon only its dates: "Secretary of the Union (2004 - 2009);"
    for (std::size_t k = static_cast<std::size_t>(joined_) + 1; k < i; ++k) {
      const bool dates = items_[k].kind == ItemKind::date || items_[k].kind == ItemKind::number ||
                         (items_[k].kind == ItemKind::mark && items_[k].mark != ';') ||
                         (items_[k].kind == ItemKind::word && !a_.capital(items_[k].range.begin) &&
                          a_.pack.frame_of(items_[k].cues) == nullptr);
      if (!dates) {
        return false;
      }
    }
    std::size_t next = i + 1;
    while (cue(next, a_.pack.cues().conjunction) || cue(next, a_.pack.cues().det) ||
           cue(next, a_.pack.cues().adverb)) {
      ++next;
    }
    if (next >= items_.size() || items_[next].kind != ItemKind::title || taken_[next]) {
      return false;
    }
    // "…; the Chairman of the Board will meet": a clause of its own
    for (std::size_t k = next + 1; k < items_.size() && !is_mark(k, ';'); ++k) {
      if (items_[k].kind == ItemKind::word && a_.pack.frame_of(items_[k].cues) != nullptr) {
        return false;
      }
    }
    return next + 1 >= items_.size() || items_[next + 1].kind == ItemKind::mark ||
           items_[next + 1].kind == ItemKind::date || cue(next + 1, a_.pack.cues().oblique) ||
           cue(next + 1, a_.pack.cues().conjunction);
  }

  /// "elected: X", "removed from all posts in the party: A, B", "swore in two ministers: X at
  /// Health"
  [[nodiscard]] bool opens_list(std::size_t i) const {
    if (frame_ == nullptr || used_ || i + 1 >= items_.size()) {
      return false;
    }
    const bool post = frame_->kind == Kind::lose && items_[i + 1].kind == ItemKind::title;
    const bool object = frame_->voice != Frame::Voice::own && !passive_ && !object_ &&
                        items_[i + 1].kind == ItemKind::person && i - verb_ < object_reach;
    return i - verb_ == 1 || post || object;
  }

  /// Between the verb, or the post before, and this item: may the frame still speak of it?
  [[nodiscard]] bool in_reach(std::size_t i) const {
    const std::size_t from = joined_ != none ? static_cast<std::size_t>(joined_) : verb_;
    const bool strict = frame_->kind == Kind::state || frame_->kind == Kind::hold;
    const bool again = joined_ != none;
    std::size_t steps = 0;
    for (std::size_t k = from + 1; k < i; ++k) {
      const Item& between = items_[k];
      if (between.kind == ItemKind::date || between.kind == ItemKind::number ||
          between.kind == ItemKind::mark || cue(k, a_.pack.cues().adverb) ||
          cue(k, a_.pack.cues().post)) {
        continue;
      }
      if (between.kind == ItemKind::word && cue(k, a_.pack.cues().oblique)) {
        std::size_t next = k + 1;
        while (next < i && cue(next, a_.pack.cues().det)) {
          ++next;
        }
        // "dismissed by the Minister": of somebody else. "a friend of the Minister", "a letter from
        // the Minister": the post belongs to the noun.
        const bool link = cue(k, a_.pack.cues().link);
        const bool noun = k > from + 1 && items_[k - 1].kind == ItemKind::word &&
                          items_[k - 1].cues.none() && !a_.capital(items_[k - 1].range.begin);
        if ((!link && (strict || next == i)) || (link && noun && next == i)) {
          return false;
        }
      }
      if (strict && between.kind != ItemKind::word && !(again && between.kind == ItemKind::place)) {
        return false;
      }
      ++steps;
    }
    return steps <= (strict || again ? strict_reach : loose_reach);
  }

  /// "Ana Moss named chief executive of Weston Bank": a headline, whose participle is passive; a
  /// post that somebody names has an article or a name.
  [[nodiscard]] bool is_headline(std::size_t i) const {
    if (frame_->kind != Kind::gain || frame_->voice != Frame::Voice::both || i == 0 ||
        items_[i - 1].kind != ItemKind::person ||
        !(begins(items_, i - 1) || is_mark(i - 2, ',') || is_mark(i - 2, ';') ||
          (i > 2 && is_mark(i - 2, ':') && items_[i - 3].kind == ItemKind::date)) ||
        items_[i - 1].people.size() != 1) {
      return false;
    }
    std::size_t post =
        cue(i + 1, a_.pack.cues().as) || cue(i + 1, a_.pack.cues().link) ? i + 2 : i + 1;
    if (post < items_.size() && items_[post].kind == ItemKind::word &&
        a_.has(items_[post].range.begin, Lex::status)) {
      ++post;  // "named new Weston Bank chief executive"
    }
    if (post >= items_.size() || items_[post].kind != ItemKind::title ||
        a_.title(items_[post].titles[0]).plural) {
      return false;
    }
    const std::size_t after = is_mark(post + 1, ',') ? post + 2 : post + 1;
    return after >= items_.size() || items_[after].kind != ItemKind::person;
  }

  /// Is it the subject that the verb speaks of? An active verb without its object speaks of
  /// somebody else: "the Council elected the chair".
  [[nodiscard]] bool spoken_of() const {
    return frame_->voice == Frame::Voice::own || object_ || passive_;
  }

  /// "the president, X, dismissed the governor, Y": does somebody follow the verb whom it may be
  /// said of?
  [[nodiscard]] bool has_object(std::size_t verb) const {
    std::size_t k = verb + 1;
    while (cue(k, a_.pack.cues().det) || cue(k, a_.pack.cues().personal)) {
      ++k;
    }
    if (k < items_.size() && items_[k].kind == ItemKind::person) {
      return true;
    }
    // "dismissed the report"; not "elected the first woman president"
    constexpr std::size_t longest_phrase = 4;
    std::size_t noun = k;
    while (noun < items_.size() && noun - k < longest_phrase &&
           items_[noun].kind == ItemKind::word && !cue(noun, a_.pack.cues().oblique) &&
           !cue(noun, a_.pack.cues().as)) {
      ++noun;
    }
    const bool post = noun < items_.size() && items_[noun].kind == ItemKind::title;
    if (k > verb + 1 && noun > k && !post && !cue(k, a_.pack.cues().post) &&
        !cue(k, a_.pack.cues().span) && !cue(noun, a_.pack.cues().as)) {
      return true;
    }
    return k > verb + 1 && k + 1 < items_.size() && items_[k].kind == ItemKind::title &&
           (items_[k + 1].kind == ItemKind::person ||
            (is_mark(k + 1, ',') && k + 2 < items_.size() &&
             items_[k + 2].kind == ItemKind::person));
  }

  /// Does a verb at this item stand in the passive: after a form of "be", or as a participle?
  [[nodiscard]] bool is_passive(std::size_t i) const {
    if (i > 0 && is_mark(i - 1, ',') && has_object(i)) {
      return false;  // "X, who is also mayor, dismissed the report"
    }
    if (frame_ != nullptr && frame_->kind == Kind::state && !used_ && i - verb_ <= strict_reach) {
      return true;
    }
    if (i > 0 && (is_mark(i - 1, ',') || is_mark(i - 1, '(') || is_mark(i - 1, '-'))) {
      return !has_object(i);
    }
    // "to be mobilized and appointed", after what was left
    const bool onward = onward_ != none && static_cast<std::size_t>(onward_) == verb_;
    return (passive_ || onward) && i > 0 &&
           (cue(i - 1, a_.pack.cues().conjunction) || cue(i - 1, a_.pack.cues().adverb));
  }

  /// "including X as Minister": no verb needs to say it.
  bool named_as(std::size_t i) {
    const std::size_t as = i >= 3 && cue(i - 1, a_.pack.cues().det) ? i - 2 : i - 1;
    if (i < 2 || taken_[i] || !cue(as, a_.pack.cues().as) ||
        items_[as - 1].kind != ItemKind::person || void_ || doubt_ ||
        (frame_ != nullptr && frame_->kind != Kind::gain && frame_->kind != Kind::say)) {
      return false;
    }
    if (const std::size_t who = with_post(as - 1); who > 0 && cue(who - 1, a_.pack.cues().agent)) {
      return false;  // "was appointed by President X as secretary"
    }
    std::string status = frame_ != nullptr && !frame_->status.empty() ? frame_->status : "current";
    if (future_) {
      status = "elect";
    }
    assert_all(items_[as - 1], items_[i].titles, status, none);
    subject_ = static_cast<int>(as) - 1;
    used_ = true;
    joined_ = static_cast<int>(i);
    return true;
  }

  /// "held a meeting as Director": what is held is no post.
  [[nodiscard]] bool holds_something_else(std::size_t i) const {
    if (frame_->kind != Kind::hold || frame_->status != "former" || joined_ != none) {
      return false;  // "took the oath as Governor"
    }
    for (std::size_t k = verb_ + 1; k + 1 < i; ++k) {
      if (items_[k].kind == ItemKind::word && items_[k].cues.none() &&
          cue(k + 1, a_.pack.cues().as)) {
        return true;
      }
    }
    return false;
  }

  /// "is suing the president", "was fined for defaming the mayor", "appointed to advise the
  /// director": the post is the object of a verb or the complement of an adjective that no pack
  /// knows.
  [[nodiscard]] bool is_of_other_verb(std::size_t i) const {
    if (joined_ != none) {
      return false;
    }
    const GrammarCues& cues = a_.pack.cues();
    const auto plain = [&](std::size_t k) {
      return k < i && items_[k].kind == ItemKind::word && !a_.capital(items_[k].range.begin) &&
             items_[k].range.end - items_[k].range.begin == 1 &&
             a_.pack.frame_of(items_[k].cues) == nullptr && !cue(k, cues.adverb) &&
             !cue(k, cues.adjective) && !cue(k, cues.post) && !cue(k, cues.det) &&
             !cue(k, cues.as) && !cue(k, cues.conjunction) && !cue(k, cues.oblique) &&
             !cue(k, cues.link) && !cue(k, cues.onward) && !cue(k, cues.to_be) && !is_word(k, "to");
    };
    const auto small = [&](std::size_t k) {  // a preposition, "to", an article
      return cue(k, cues.oblique) || cue(k, cues.det) || cue(k, cues.as) || is_word(k, "to");
    };
    for (std::size_t k = verb_ + 1; k + 1 < i; ++k) {
      const bool infinitive = is_word(k, "to") && plain(k + 1);
      const bool gerund = cue(k, cues.oblique) && plain(k + 1) &&
                          a_.token_text(items_[k + 1].range.begin).ends_with("ing");
      if ((infinitive || gerund) && k + 2 < i && cue(i - 1, cues.det)) {
        return true;
      }
    }
    if (frame_->kind != Kind::state || !cue(verb_, cues.be)) {
      return false;
    }
    std::size_t first = verb_ + 1;
    while (first < i && cue(first, cues.adverb)) {
      ++first;
    }
    const std::string_view word = first < i ? a_.token_text(items_[first].range.begin) : "";
    if (!plain(first) || a_.has(items_[first].range.begin, Lex::status) || word.ends_with("ly")) {
      return false;
    }
    std::size_t before = i - 1;  // "is listed as a director", "is proud to be the director"
    while (before > first && (cue(before, cues.det) || cue(before, cues.adjective))) {
      --before;
    }
    if (cue(before, cues.as) || cue(before, cues.to_be)) {
      return false;
    }
    for (std::size_t k = first + 1; k < i; ++k) {
      if (small(k)) {
        return true;
      }
    }
    return false;
  }

  /// Why the open frame does not speak of this title; empty if it does.
  [[nodiscard]] std::string_view refusal(std::size_t i) const {
    if (taken_[i]) {
      return "a clause rule has taken the post";
    }
    if (frame_ == nullptr) {
      return "no verb that opens a frame stands before the post";
    }
    if (subject_ == none) {
      return "nobody stands before the verb of whom it could speak";
    }
    if (frame_->kind == Kind::head || (frame_->kind == Kind::replace && replaced_ == none)) {
      return "after this verb a body or a person is looked for, not a post";
    }
    if (i + 1 < items_.size() && items_[i + 1].kind == ItemKind::person) {
      return "a person follows the post";
    }
    if (is_mark(i + 1, '\'')) {
      return "the post is in the genitive";
    }
    if (frame_->kind == Kind::replace && after_relative(i)) {
      return "the post stands in a clause of its own";
    }
    if (!in_reach(i) || holds_something_else(i) || is_of_other_verb(i)) {
      return "the post is out of the verb's reach";
    }
    if (!spoken_of()) {
      return "an active verb without its object speaks of somebody else";
    }
    const TitleMention& first = a_.title(items_[i].titles[0]);
    if (frame_->kind == Kind::lose && first.plural && also_.empty() &&
        item(subject_).people.size() == 1) {
      return "one person does not lose a post of several";
    }
    return first.counted && frame_->kind == Kind::state ? "the post is one of a number" : "";
  }

  /// "X succeeds Y, to whom the Director is grateful"
  [[nodiscard]] bool after_relative(std::size_t i) const {
    for (std::size_t k = i; k-- > verb_ + 1 && !cue(k, a_.pack.cues().as);) {
      if (cue(k, a_.pack.cues().relative)) {
        return true;
      }
    }
    return false;
  }

  void note_refusal(std::size_t i, std::string_view reason) {
    for (const int t : items_[i].titles) {
      const auto& titles = a_.probe->titles;
      if (std::find(titles.begin(), titles.end(), t) != titles.end()) {
        a_.probe->refusals.push_back({sentence_, frame_, reason});
        return;
      }
    }
  }

  void title(std::size_t i) {
    if (named_as(i)) {
      return;
    }
    if (frame_ != nullptr && frame_->kind == Kind::head && !taken_[i] && heads_as(i)) {
      return;
    }
    if (const std::string_view reason = refusal(i); !reason.empty()) {
      if (a_.probe != nullptr) {
        note_refusal(i, reason);
      }
      return;
    }
    // "joined the Water Board in 2007 as treasurer": as its treasurer, not as a member
    const std::size_t as = cue(i - 1, a_.pack.cues().det) ? i - 2 : i - 1;
    if (frame_->kind == Kind::join && cue(as, a_.pack.cues().as) && body_ != none &&
        !is_board(a_.body(body_))) {
      const auto first = a_.assertions.begin() + static_cast<std::ptrdiff_t>(frame_first_);
      a_.assertions.erase(std::remove_if(first, a_.assertions.end(),
                                         [&](const Assertion& x) {
                                           const TitleMention& t = a_.title(x.title);
                                           return t.head == 0 && t.role == "Member" &&
                                                  t.body == body_;
                                         }),
                          a_.assertions.end());
    }
    const bool origin = frame_->kind == Kind::gain && after_origin(i);
    used_ = used_ || !origin;
    joined_ = static_cast<int>(i);
    if (void_ || doubt_) {
      if (a_.probe != nullptr) {
        note_refusal(i, "it is denied, doubted or wished for");
      }
      return;
    }
    std::string status = origin ? "former" : frame_->status;
    if (frame_->kind == Kind::replace) {
      status = "current";
    }
    if (future_) {
      status = status == "current" ? "elect" : status == "former" ? "current" : status;
    }
    const TitleMention& first = a_.title(items_[i].titles[0]);
    const bool bare = (first.body == none || (first.inherited && !first.certain)) &&
                      first.place == none && first.portfolio.empty() &&
                      !a_.pack.entry(first.head).has("alone");
    if (!bare && gained_at_ != none) {
      belongs_to(first.body, gained_at_);
    }
    assert_people(items_[i].titles, status, body_ != none ? body_ : bare ? gained_at_ : none);
    if (replaced_ != none && !future_) {
      assert_all(item(replaced_), items_[i].titles, "former", none, true);
    }
    body_ = gained_at_ = none;
  }

  /// "transferred to the Ministry of Mines as head of the Survey Department": a department of it.
  void belongs_to(int department, int whole) {
    const std::string& kind = a_.body(whole).kind;
    if (department == none || department == whole || a_.body(department).kind != "department" ||
        (kind != "ministry" && kind != "company" && kind != "university")) {
      return;
    }
    BodyMention& part = a_.body(department);
    if (part.parent == none && part.place.empty() && part.level.empty()) {
      part.parent = whole;
    }
  }

  /// "runs the Department as acting secretary": the post by which one heads the body.
  bool heads_as(std::size_t i) {
    if (i > 2 && cue(i - 3, a_.pack.cues().as)) {
      return false;  // "led X as well as members of"
    }
    // "leading the judiciary as an acting chief justice"
    const bool acting = !a_.title(items_[i].titles[0]).status.empty();
    const std::size_t as = acting && i > 1 && cue(i - 1, a_.pack.cues().det) ? i - 2 : i - 1;
    if (!used_ && subject_ != none && i > 0 && cue(as, a_.pack.cues().as) && !void_ && !doubt_) {
      used_ = true;
      const std::string& status = a_.title(items_[i].titles[0]).status;
      assert_people(items_[i].titles, status.empty() ? frame_->status : "", none);
      return true;
    }
    if (!used_ || !cue(i - 1, a_.pack.cues().as) || a_.assertions.size() != frame_first_ + 1 ||
        a_.assertions.back().rule != frame_->id || items_[i].titles.size() != 1) {
      return false;
    }
    Assertion& head = a_.assertions.back();
    TitleMention& title = a_.title(items_[i].titles[0]);
    if (title.body == none || title.inherited) {
      title.body = a_.title(head.title).body;
      title.inherited = false;
    }
    head.title = items_[i].titles[0];
    if (!title.status.empty()) {
      head.status.clear();
    }
    return true;
  }

  /// "promoted from Deputy Director": the post that is left.
  [[nodiscard]] bool after_origin(std::size_t i) const {
    for (std::size_t k = i; k-- > verb_ + 1 && i - k <= 3;) {
      if (cue(k, a_.pack.cues().origin)) {
        return true;
      }
      if (items_[k].kind == ItemKind::title) {
        return false;  // "from Deputy Director to Director"
      }
    }
    return false;
  }

  /// "Minister of Lands, moves to the Ministry of Defence": the same post in another ministry.
  void same_post(std::size_t i) {
    for (const int t : item(subject_).attached) {
      if (a_.pack.entry(a_.title(t).head).has("portfolio")) {
        TitleMention made = a_.title(t);
        made.portfolio.clear();
        made.place = none;
        made.from = made.to = std::nullopt;
        made.status.clear();
        made.body = items_[i].index;
        used_ = true;
        if (!void_ && !doubt_) {
          assert_people({a_.add_title(std::move(made))}, future_ ? "elect" : "current", none);
        }
        return;
      }
    }
  }

  /// "moves to", "takes over at": a verb with its preposition in one item.
  [[nodiscard]] bool leads(std::size_t i) const {
    const std::string_view last = a_.token_text(items_[i].range.end - 1);
    return last == "to" || last == "at";
  }

  /// "elected to the Standing Committee"
  [[nodiscard]] bool leads_to(std::size_t i) const {
    for (std::size_t k = i; k-- > verb_ + 1 && i - k <= 2;) {
      if (cue(k, a_.pack.cues().link) && cue(k, a_.pack.cues().oblique)) {
        return true;
      }
    }
    return i - verb_ <= 2 && leads(verb_);
  }

  /// "from the Commission": where one was before.
  [[nodiscard]] bool is_origin(std::size_t i) const {
    std::size_t k = i;
    while (k > 0 && cue(k - 1, a_.pack.cues().det)) {
      --k;
    }
    return k > 0 && cue(k - 1, a_.pack.cues().origin);
  }

  void body(std::size_t i) {
    if (frame_ == nullptr && items_[i].index != none) {
      const std::string& kind = a_.body(items_[i].index).kind;
      elector_ = kind == "committee" || kind == "legislature" || kind == "union" ||
                         kind == "party" || kind == "company"
                     ? items_[i].index
                     : none;
    }
    if (frame_ == nullptr || subject_ == none || items_[i].index == none) {
      return;
    }
    if (frame_->kind == Kind::join) {
      if (is_origin(i)) {
        return;  // "joined the charity from the National Commission"
      }
      body_ = items_[i].index;
      // "serves on the boards of A, B and C"
      const bool listed = left_ != none && is_listed_after(static_cast<std::size_t>(left_), i);
      if ((listed || ((has_members(i) || of_board(i)) && !used_)) && !void_ && !doubt_) {
        add_post("Member", static_cast<int>(i));
        left_ = of_board(i) || listed ? static_cast<int>(i) : none;
      }
      return;
    }
    if (frame_->kind == Kind::gain && spoken_of() && !used_ && leads_to(i)) {
      gained_at_ = items_[i].index;  // "goes to the Board of Revenue as a member"
    }
    if (frame_->kind == Kind::gain && frame_->leaves && spoken_of() && !used_ && leads_to(i) &&
        a_.body(items_[i].index).kind == "ministry") {
      same_post(i);
      return;
    }
    if (frame_->kind == Kind::gain && i > 0 && spoken_of() && !used_ && i - verb_ <= object_reach &&
        ((has_members(i) && leads_to(i)) || (of_board(i) && leads_to(i - board_words)))) {
      member_of_ = {i};
      return;
    }
    if (!member_of_.empty() && is_listed_after(member_of_.back(), i)) {
      member_of_.push_back(i);  // "elected to the Executive Committee, the Standing Committee"
      return;
    }
    if (frame_->kind == Kind::lose && !used_ && !void_ && !doubt_ && spoken_of() && !taken_[i] &&
        ((has_members(i) && i - verb_ <= 2) || (of_board(i) && i - verb_ <= 2 + board_words))) {
      used_ = true;  // "who left the Board in September"
      add_post("Member", static_cast<int>(i));
      return;
    }
    if (frame_->kind == Kind::leave && left_ != none && !void_ && !doubt_ &&
        is_listed_after(static_cast<std::size_t>(left_), i)) {
      add_post("Member", static_cast<int>(i));  // "ceases to participate in A and B"
      left_ = static_cast<int>(i);
      return;
    }
    if (frame_->kind == Kind::head && left_ != none && !void_ && !doubt_ && !taken_[i] &&
        is_listed_after(static_cast<std::size_t>(left_), i)) {
      add_post(frame_->role.empty() ? a_.body(items_[i].index).role_of_head() : frame_->role,
               static_cast<int>(i));  // "chairs both A and B"
      left_ = static_cast<int>(i);
      return;
    }
    const bool head = frame_->kind == Kind::head;
    const bool board = head && !frame_->role.empty() && of_board(i);  // "chairs the board of the X"
    if ((!head && frame_->kind != Kind::leave) || used_ || void_ || doubt_ || taken_[i] ||
        i - verb_ > strict_reach + (board ? board_words : 0)) {
      return;
    }
    for (std::size_t k = verb_ + 1; k < i && !board; ++k) {
      if (items_[k].kind != ItemKind::word || cue(k, a_.pack.cues().oblique)) {
        return;
      }
    }
    used_ = true;
    left_ = static_cast<int>(i);
    const BodyMention& headed = a_.body(items_[i].index);
    const std::string role = frame_->role.empty() ? headed.role_of_head() : frame_->role;
    add_post(head ? role : "Member", static_cast<int>(i));
  }

  static constexpr std::size_t board_words = 3;  ///< "board of the"

  /// "the board of the Reserve Bank": its members sit on the board.
  [[nodiscard]] bool of_board(std::size_t i) const {
    const std::size_t k = i > 0 && cue(i - 1, a_.pack.cues().det) ? i - 1 : i;
    if (k < verb_ + 3 || !is_word(k - 1, "of")) {
      return false;
    }
    const bool members =
        k > verb_ + 4 && is_word(k - 3, "of") &&  // "the board of trustees of"
        (is_word(k - 2, "trustees") || is_word(k - 2, "directors") || is_word(k - 2, "governors"));
    const std::size_t board = members ? k - 4 : k - 2;
    return is_word(board, "board") || is_word(board, "boards");
  }

  /// Are there only a comma, "and" and an article between two items?
  [[nodiscard]] bool is_listed_after(std::size_t before, std::size_t i) const {
    std::size_t k = before + 1;
    k += k < i && items_[k].kind == ItemKind::mark && items_[k].mark == ',' ? 1U : 0U;
    k += k < i && cue(k, a_.pack.cues().conjunction) ? 1U : 0U;
    if (k == before + 1) {
      return false;
    }
    k += k < i && (cue(k, a_.pack.cues().det) || is_word(k, "both")) ? 1U : 0U;
    // The subject of a verb begins a clause of its own: "…, the Seed Office said".
    const bool closed = i + 1 == items_.size() || items_[i + 1].kind != ItemKind::word ||
                        cue(i + 1, a_.pack.cues().conjunction) ||
                        cue(i + 1, a_.pack.cues().oblique);
    return k == i && closed;
  }

  /// Bodies that one joins as a member, where no other post is named.
  [[nodiscard]] bool has_members(std::size_t i) const {
    const std::string& kind = a_.body(items_[i].index).kind;
    return kind == "committee" || kind == "legislature";
  }

  void assert_people(const std::vector<int>& titles, const std::string& status, int body) {
    if (respectively(titles)) {
      assert_all(item(subject_), {titles[0]}, status, body);
      for (std::size_t k = 0; k < also_.size(); ++k) {
        assert_all(items_[also_[k]], {titles[k + 1]}, status, body);
      }
      return;
    }
    assert_all(item(subject_), titles, status, body);
    if (!object_) {
      for (const std::size_t more : also_) {
        assert_all(items_[more], titles, status, body);
      }
    }
  }

  /// "A and B as X and Y respectively", "A and B became president and general secretary"
  [[nodiscard]] bool respectively(const std::vector<int>& titles) const {
    if (titles.size() < 2 || titles.size() != also_.size() + 1 || object_) {
      return false;
    }
    const bool both = std::any_of(items_.begin(), items_.end(), [&](const Item& item) {
      return item.kind == ItemKind::word && item.is(a_.pack.cues().both);  // "have both been"
    });
    const bool of_one_each = !both && std::all_of(titles.begin(), titles.end(), [&](int t) {
      return !a_.title(t).plural && a_.pack.entry(a_.title(t).head).has("one");
    });
    return of_one_each || std::any_of(items_.begin(), items_.end(), [&](const Item& item) {
             return item.kind == ItemKind::word && item.is(a_.pack.cues().respectively);
           });
  }

  [[nodiscard]] static bool is_hospital(const BodyMention& body) {
    return body.head == "hospital" || body.head == "clinic" || body.head == "infirmary";
  }

  /// "Vice Chairman of the Committee, elected Chairman": the body of the post beside the name.
  [[nodiscard]] int own_body(const Item& who, const TitleMention& title) const {
    if ((title.body != none && (!title.inherited || title.certain)) || !title.portfolio.empty() ||
        title.place != none || a_.pack.entry(title.head).has("alone")) {
      return none;
    }
    for (const int t : who.attached) {
      const TitleMention& held = a_.title(t);
      if (held.body != none && held.head == title.head) {
        return held.body;
      }
    }
    // "CFO of Northwind, will become president": of the same company.
    for (const int t : who.attached) {
      const TitleMention& held = a_.title(t);
      const bool hired = a_.pack.entry(held.head).has("needs");  // "an economist at Weston Bank"
      if (held.body != none && !hired && !a_.pack.entry(title.head).has("portfolio")) {
        const std::string& kind = a_.body(held.body).kind;
        if (kind == "company" || kind == "university" || is_hospital(a_.body(held.body))) {
          return held.body;
        }
      }
    }
    // "The Committee elected X to hold the position of Chairman": its own. A parliament elects
    // others beside its chair.
    const LexEntry& head = a_.pack.entry(title.head);
    const bool officer =
        (head.has("one") || head.has("bare") || title.plural) && !head.has("whole");
    const bool elected =
        frame_ != nullptr && a_.token_text(items_[verb_].range.end - 1).ends_with("elected");
    if (elector_ == none && passive_ && elected && frame_ != nullptr &&
        frame_->kind == Kind::gain && officer && !head.has("place") && !head.has("portfolio") &&
        !head.has("alone")) {
      return elected_before();
    }
    const bool loses = frame_ != nullptr && frame_->kind == Kind::lose;
    if (elector_ == none || head.has("place") || head.has("alone") || !object_ ||
        frame_ == nullptr || (frame_->kind != Kind::gain && !loses)) {
      return none;
    }
    const BodyMention& elector = a_.body(elector_);
    if (loses && (elector.kind == "court" || elector.kind == "government")) {
      return none;  // what dismisses others than its own
    }
    const bool chairs = head.canonical == "Chairman";
    // "The board of directors of Northwind named X chief executive": of Northwind.
    if (is_board(elector) && !chairs && !title.is_membership()) {
      const int company = elector.parent != none ? elector.parent : company_before(elector);
      if (company != none || head.has("whole")) {
        return company;
      }
    }
    const bool own = elector.kind != "legislature" || chairs || head.canonical == "Speaker";
    return own ? elector_ : none;
  }

  /// "X was elected president of the Teachers' Union. Y was elected vice-president": the body of
  /// the post that was gained in the sentence before; none if several or none were, or if it is no
  /// group.
  [[nodiscard]] int elected_before() const {
    int body = none;
    for (const Assertion& x : a_.assertions) {
      if (x.sentence + 1 != sentence_ || !x.gained) {
        continue;
      }
      const TitleMention& t = a_.title(x.title);
      const int of = t.body != none ? t.body : x.body;
      const bool group =
          of != none && (a_.body(of).kind == "union" || a_.body(of).kind == "party" ||
                         a_.body(of).kind == "committee" || a_.body(of).kind == "legislature");
      if (!group || (body != none && body != of)) {
        return none;
      }
      body = of;
    }
    return body;
  }

  /// "Board of Directors", "supervisory board of Northwind", "Northwind's Board": no board with a
  /// name of its own, as the Water Board has.
  [[nodiscard]] bool is_board(const BodyMention& body) const {
    std::size_t first = possessor_end(body);
    if (first >= body.range.end) {
      return false;
    }
    const std::string word = fold(a_.token_text(first));
    first += word == "supervisory" || word == "management" || word == "executive" ? 1U : 0U;
    return first < body.range.end && fold(a_.token_text(first)) == "board";
  }

  /// The token after the possessive in the name of a body, or its first.
  [[nodiscard]] std::size_t possessor_end(const BodyMention& body) const {
    for (std::size_t t = body.range.begin + 1; t < body.range.end; ++t) {
      if (a_.tokens[t].mark == '\'') {
        return t + 1;
      }
    }
    return body.range.begin;
  }

  /// "Northwind, Inc. announced that its Board has appointed X": the company named before, in this
  /// sentence.
  [[nodiscard]] int company_before(const BodyMention& board) const {
    int company = none;
    if (const std::size_t end = possessor_end(board);
        end > board.range.begin && !a_.has(board.range.begin, Lex::place)) {
      return a_.add_body({board.range.begin, end - 1}, "company", true);  // "Northwind's Board"
    }
    for (const Item& item : items_) {
      if (item.range.begin >= board.range.begin) {
        break;
      }
      const bool firm =
          item.kind == ItemKind::body && item.index != none &&
          (a_.body(item.index).kind == "company" || a_.body(item.index).kind == "university") &&
          !a_.body(item.index).reference;
      company = firm ? item.index : company;
    }
    return company;
  }

  void assert_all(const Item& who, const std::vector<int>& titles, const std::string& status,
                  int body, bool implied = false) {
    for (const int mention : who.people) {
      const int person = a_.person(mention).entity;
      if (person == none) {
        continue;
      }
      for (const int t : titles) {
        const TitleMention& title = a_.title(t);
        Assertion x;
        x.person = person;
        x.title = t;
        x.status = status;
        x.from = implied ? std::nullopt : title.from;
        x.to = implied ? std::nullopt : title.to;
        // "joined the Roads Agency as director and mayor of Bend": where the post says its place
        const int of = title.place != none && !implied ? none : body;
        x.body = of != none || implied ? of : own_body(who, title);
        x.implied = implied;
        x.gained = frame_ != nullptr && frame_->kind == Kind::gain;
        x.rule = frame_ != nullptr ? frame_->id : "related-post";
        x.sentence = sentence_;
        x.announced = frame_ == nullptr || (x.gained && frame_->voice != Frame::Voice::own);
        if (frame_ != nullptr) {
          if (x.status == "former" && (frame_->kind == Kind::state || frame_->kind == Kind::hold) &&
              x.from && !x.to && is_perfect()) {
            x.status = "current";  // "has served as Director since 2019"
          }
          set_date(x);
          if (x.status == "current" && x.from && is_to_come(*x.from)) {
            x.status = "elect";  // "with effect from 1 April"
          }
        }
        x.clause = true;
        a_.assertions.push_back(std::move(x));
      }
    }
  }

  Analysis& a_;
  std::size_t sentence_;
  const std::vector<Item>& items_;
  const std::vector<bool>& taken_;
  int subject_ = none;             ///< item of the person spoken of
  std::vector<std::size_t> also_;  ///< items of those named with it
  int last_person_ = none;
  const Frame* frame_ = nullptr;
  std::size_t verb_ = 0;                ///< item of the frame's verb
  int joined_ = none;                   ///< item of the last title read in this frame
  int body_ = none;                     ///< body joined
  int gained_at_ = none;                ///< body to which one goes, named before the post
  bool passive_ = false;                ///< the frame's verb speaks of the subject before it
  std::size_t frame_first_ = 0;         ///< the first assertion of the frame
  std::optional<PartialDate> when_;     ///< day of the frame's event
  std::optional<PartialDate> ending_;   ///< day on which the post will end
  std::optional<PartialDate> opening_;  ///< day with which the sentence begins
  bool opened_ = false;                 ///< `when_` is that day
  int elector_ = none;                  ///< body that the verb's subject may be
  int replaced_ = none;                 ///< item of the person replaced
  std::vector<std::size_t> member_of_;  ///< items of bodies joined
  int left_ = none;                     ///< item of a body left, headed or joined
  bool field_ = false;                  ///< a field of work was gained
  bool announced_ = false;              ///< what "would" tells will come
  bool gaining_ = false;                ///< the verb before told that a post was taken up
  int earlier_ = none;                  ///< item of the subject before that of a clause of time
  int bearer_ = none;                   ///< person of whom the text spoke before
  bool used_ = false;                   ///< the frame has said something
  bool object_ = false;                 ///< the subject is the object of an active verb
  bool void_ = false;                   ///< denied, doubted, wished for
  int onward_ = none;                   ///< item of "to become" after a verb of leaving
  int nominated_ = none;                ///< item of the verb that only wishes for it
  bool doubt_ = false;  ///< "whether", "if": to the end of the clause, whoever is spoken of
  bool future_ = false;
};

}  // namespace

void read_frames(Analysis& a, std::size_t sentence, const std::vector<bool>& taken, int bearer) {
  Reader(a, sentence, taken, bearer).run();
}

}  // namespace nom::extract
