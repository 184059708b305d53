// SPDX-License-Identifier: Apache-2.0
#include "extract/frame.hpp"

#include <algorithm>

namespace nom::extract {

namespace {

constexpr std::size_t loose_reach = 14;  ///< items between a verb of change and the post
constexpr std::size_t strict_reach = 4;  ///< items between "is" and the post
constexpr std::size_t object_reach = 6;  ///< items between an active verb and its object

class Reader {
 public:
  Reader(Analysis& a, std::size_t sentence, const std::vector<bool>& taken)
      : a_(a), sentence_(sentence), items_(a.sentences[sentence].items), taken_(taken) {}

  void run() {
    for (std::size_t i = 0; i < items_.size(); ++i) {
      const Item& item = items_[i];
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
        default:
          break;
      }
    }
    close();
  }

 private:
  using Kind = Frame::Kind;

  [[nodiscard]] bool cue(std::size_t i, std::uint8_t set) const {
    return set != 0 && i < items_.size() && items_[i].kind == ItemKind::word &&
           (items_[i].cues >> (set & 63U) & 1U) != 0;
  }

  [[nodiscard]] bool is_mark(std::size_t i, char mark) const {
    return i < items_.size() && items_[i].kind == ItemKind::mark && items_[i].mark == mark;
  }

  /// A verb that lost its holder without naming the post ends what stands beside the name.
  void close() {
    const bool left = frame_ != nullptr && frame_->leaves && !void_ && subject_ != none &&
                      (frame_->kind == Kind::lose ? !used_ && spoken_of() : used_);
    if (left) {
      const Item& who = items_[static_cast<std::size_t>(subject_)];
      for (const int t : who.attached) {
        if (a_.titles[static_cast<std::size_t>(t)].status != "former") {
          assert_all(who, {t}, "former", none);
        }
      }
    }
    frame_ = nullptr;
    used_ = false;
  }

  void person(std::size_t i) {
    const bool possessor = is_mark(i + 1, '\'');
    const bool oblique = i > 0 && cue(i - 1, a_.pack.cues().oblique);
    const bool listed = subject_ != none && last_person_ != none && is_list(last_person_, i);
    last_person_ = static_cast<int>(i);
    if (possessor) {
      return;
    }
    if (frame_ != nullptr && frame_->voice != Frame::Voice::own && !used_ &&
        i - verb_ <= object_reach && !oblique && !object_ && !passive_) {
      subject_ = static_cast<int>(i);
      also_.clear();
      object_ = true;
      return;
    }
    if (listed) {
      also_.push_back(i);
      return;
    }
    if (oblique) {
      return;
    }
    close();
    subject_ = static_cast<int>(i);
    also_.clear();
    object_ = false;
    void_ = false;
    future_ = false;
  }

  /// Only commas and "and" between two people.
  [[nodiscard]] bool is_list(int from, std::size_t to) const {
    for (std::size_t k = static_cast<std::size_t>(from) + 1; k < to; ++k) {
      if (!is_mark(k, ',') && !is_mark(k, '&') && !cue(k, a_.pack.cues().conjunction)) {
        return false;
      }
    }
    return true;
  }

  void word(std::size_t i) {
    if (cue(i, a_.pack.cues().relative) && i > 0 &&
        (items_[i - 1].kind == ItemKind::person ||
         (i > 1 && is_mark(i - 1, ',') && items_[i - 2].kind == ItemKind::person))) {
      close();
      const std::size_t who = items_[i - 1].kind == ItemKind::person ? i - 1 : i - 2;
      subject_ = static_cast<int>(who);
      also_.clear();
      object_ = false;
      void_ = false;
      return;
    }
    const Frame* found = nullptr;
    for (const Frame& f : a_.pack.frames()) {
      if (cue(i, f.cue)) {
        found = &f;
        break;
      }
    }
    if (found == nullptr) {
      return;
    }
    switch (found->kind) {
      case Kind::no:
        void_ = true;
        return;
      case Kind::will:
        future_ = true;
        return;
      case Kind::say:
        close();
        subject_ = none;
        also_.clear();
        void_ = false;
        future_ = false;
        return;
      default:
        break;
    }
    if (frame_ != nullptr && frame_->kind == Kind::lose && !used_ &&
        (found->kind == Kind::lose || found->kind == Kind::hold)) {
      // "ceases to hold", "resigned and left": still the same loss.
      if (found->kind == Kind::hold) {
        verb_ = i;
        return;
      }
    }
    if (frame_ != nullptr && frame_->kind == Kind::gain && !used_ && found->kind == Kind::hold) {
      verb_ = i;  // "elected … to hold the position of"
      return;
    }
    const bool passive = is_passive(i);
    close();
    frame_ = found;
    verb_ = i;
    joined_ = none;
    object_ = false;
    passive_ = passive && found->voice == Frame::Voice::both;
  }

  void mark(std::size_t i) {
    const char m = items_[i].mark;
    if (m == ';') {
      close();
      void_ = false;
      future_ = false;
    } else if (m == ',') {
      if (frame_ == nullptr || used_) {
        void_ = false;
      }
    } else if (m == '"' || m == ':') {
      close();
      subject_ = none;
      also_.clear();
    }
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
      if (between.kind == ItemKind::word && cue(k, a_.pack.cues().oblique) &&
          (strict || k + 1 == i) && !cue(k, a_.pack.cues().link)) {
        return false;
      }
      if (strict && between.kind != ItemKind::word) {
        return false;
      }
      ++steps;
    }
    return steps <= (strict || again ? strict_reach : loose_reach);
  }

  /// Is it the subject that the verb speaks of? An active verb without its object speaks of
  /// somebody else: "the Council elected the chair".
  [[nodiscard]] bool spoken_of() const {
    return frame_->voice == Frame::Voice::own || object_ || passive_;
  }

  /// Does a verb at this item stand in the passive: after a form of "be", or as a participle?
  [[nodiscard]] bool is_passive(std::size_t i) const {
    if (frame_ != nullptr && frame_->kind == Kind::state && !used_ && i - verb_ <= strict_reach) {
      return true;
    }
    if (i > 0 && (is_mark(i - 1, ',') || is_mark(i - 1, '(') || is_mark(i - 1, '-'))) {
      return true;
    }
    return passive_ && i > 0 &&
           (cue(i - 1, a_.pack.cues().conjunction) || cue(i - 1, a_.pack.cues().adverb));
  }

  void title(std::size_t i) {
    if (frame_ == nullptr || subject_ == none || taken_[i] || frame_->kind == Kind::head ||
        (i + 1 < items_.size() && items_[i + 1].kind == ItemKind::person)) {
      return;
    }
    if (is_mark(i + 1, '\'') || !in_reach(i)) {
      return;
    }
    if (!spoken_of()) {
      return;
    }
    const bool origin = frame_->kind == Kind::gain && after_origin(i);
    used_ = used_ || !origin;
    joined_ = static_cast<int>(i);
    if (void_) {
      return;
    }
    std::string status = origin ? "former" : frame_->status;
    if (future_ && status == "current") {
      status = "elect";
    }
    assert_people(items_[i].titles, status, body_);
    body_ = none;
  }

  /// "promoted from Deputy Director": the post that is left.
  [[nodiscard]] bool after_origin(std::size_t i) const {
    for (std::size_t k = i; k-- > verb_ + 1 && i - k <= 3;) {
      if (cue(k, a_.pack.cues().origin)) {
        return true;
      }
    }
    return false;
  }

  void body(std::size_t i) {
    if (frame_ == nullptr || subject_ == none || items_[i].index == none) {
      return;
    }
    if (frame_->kind == Kind::join) {
      body_ = items_[i].index;
      return;
    }
    const bool head = frame_->kind == Kind::head;
    if ((!head && frame_->kind != Kind::leave) || used_ || void_ || taken_[i] ||
        i - verb_ > strict_reach) {
      return;
    }
    for (std::size_t k = verb_ + 1; k < i; ++k) {
      if (items_[k].kind != ItemKind::word || cue(k, a_.pack.cues().oblique)) {
        return;
      }
    }
    TitleMention t;
    t.role = head ? "Head" : "Member";
    t.title = t.role;
    t.body = items_[i].index;
    t.range = items_[i].range;
    t.words = t.range;
    a_.titles.push_back(t);
    used_ = true;
    assert_people({static_cast<int>(a_.titles.size()) - 1}, frame_->status, none);
  }

  void assert_people(const std::vector<int>& titles, const std::string& status, int body) {
    assert_all(items_[static_cast<std::size_t>(subject_)], titles, status, body);
    if (!object_) {
      for (const std::size_t more : also_) {
        assert_all(items_[more], titles, status, body);
      }
    }
  }

  void assert_all(const Item& who, const std::vector<int>& titles, const std::string& status,
                  int body) {
    for (const int mention : who.people) {
      const int person = a_.people[static_cast<std::size_t>(mention)].entity;
      if (person == none) {
        continue;
      }
      for (const int t : titles) {
        const TitleMention& title = a_.titles[static_cast<std::size_t>(t)];
        Assertion x;
        x.person = person;
        x.title = t;
        x.status = status;
        x.from = title.from;
        x.to = title.to;
        x.body = body;
        x.rule = frame_->id;
        x.sentence = sentence_;
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
  std::size_t verb_ = 0;  ///< item of the frame's verb
  int joined_ = none;     ///< item of the last title read in this frame
  int body_ = none;       ///< body joined
  bool passive_ = false;  ///< the frame's verb speaks of the subject before it
  bool used_ = false;     ///< the frame has said something
  bool object_ = false;   ///< the subject is the object of an active verb
  bool void_ = false;     ///< denied, doubted, wished for
  bool future_ = false;
};

}  // namespace

void read_frames(Analysis& a, std::size_t sentence, const std::vector<bool>& taken) {
  Reader(a, sentence, taken).run();
}

}  // namespace nom::extract
