// SPDX-License-Identifier: Apache-2.0
// The grammar of a language whose heads come first, Vietnamese:
//   body  := head field? (level place? | place | (của)? body)*     "Sở Y tế tỉnh Lâm Hà"
//   title := status* phó? head modifier* (của)? (body | place)? term? dates?
//   name  := honorific* (capitalised syllable){1,6}
// Only the first syllable of a common noun is capitalised, proper names in full; where a name of a
// place and one of a person meet ("huyện Hải Hậu Trần Văn Bình") known names and family names tell
// where the one ends. A parse function returns the token after what it read, or the token where it
// began if there is nothing of its kind.
#pragma once

#include "extract/analysis.hpp"

#include <initializer_list>
#include <unordered_set>

namespace nom::extract {

/// What the party's committee on the level and in the place of such a body is called.
std::string name_of_committee(const BodyMention& m);

class HeadFirst {
 public:
  explicit HeadFirst(Analysis& a);

  void chunk(Sentence& sentence);

 private:
  using At = std::size_t;

  /// A word as written: two words with one folded form are told apart by their diacritics.
  struct Word {
    WordId id = 0;
    std::uint32_t marks = 0;
  };

  [[nodiscard]] Word word(std::string_view text) const;
  [[nodiscard]] At cell_end(At t, At end) const;
  void join_cell_of_body(Sentence& sentence);
  [[nodiscard]] bool is(At t, Word w) const {
    return t < end_ && w.id != 0 && a_.words[t] == w.id && (!a_.marked || a_.marks[t] == w.marks);
  }
  [[nodiscard]] bool mark_is(At t, char mark) const {
    return t < end_ && a_.tokens[t].mark == mark;
  }
  [[nodiscard]] bool number_at(At t) const { return t < end_ && a_.tokens[t].is(shape_number); }
  [[nodiscard]] bool cap(At t) const {
    return t < end_ && a_.tokens[t].is(shape_word) && a_.capital(t);
  }
  [[nodiscard]] bool lower(At t) const {
    return t < end_ && a_.tokens[t].is(shape_word) && !a_.capital(t);
  }
  [[nodiscard]] std::optional<Found> find(At t, Lex type) const {
    return t < end_ ? a_.find(t, type, end_) : std::nullopt;
  }
  [[nodiscard]] bool has(At t, Lex type) const { return t < end_ && a_.has(t, type); }
  [[nodiscard]] bool ethnic(At t) const;
  [[nodiscard]] bool surname(At t) const {
    return cap(t) && (a_.find(t, Lex::surname, t + 1) || (cap(t + 1) && ethnic(t)));
  }
  [[nodiscard]] bool is_and(At t) const { return is(t, and_) || mark_is(t, '&'); }
  [[nodiscard]] bool stops(At t) const;

  void learn_names();
  [[nodiscard]] bool known_person(At begin, At end) const;
  [[nodiscard]] bool breaks_name(At t) const;
  [[nodiscard]] At cap_run(At t) const;
  [[nodiscard]] bool begins_glued_post(At t) const;
  [[nodiscard]] std::size_t known_place(At t, std::size_t most) const;
  [[nodiscard]] std::size_t place_length(At t, bool expected) const;
  [[nodiscard]] At name_end(At t) const;

  [[nodiscard]] std::string place_name(At t, std::size_t n) const;
  [[nodiscard]] At letters_of_field(At t, std::string& canonical) const;
  [[nodiscard]] bool begins_person(At t) const;
  [[nodiscard]] At field(At t, std::string& canonical) const;
  [[nodiscard]] bool joined_later(At t) const;
  [[nodiscard]] At words_of_name(At t) const;
  [[nodiscard]] At after_trade(At t) const;
  [[nodiscard]] bool ends_name(At t) const;
  [[nodiscard]] At small_end(At t) const;
  [[nodiscard]] bool names_more(At t) const;
  [[nodiscard]] bool closes_name(At t) const;
  [[nodiscard]] At acronym(At t) const;
  [[nodiscard]] At topic(At t) const;
  [[nodiscard]] bool numeral(At t) const;
  [[nodiscard]] At term(At t) const;
  [[nodiscard]] std::optional<Found> head_at(At t) const;
  At level_and_place(At t, BodyMention& m) const;
  [[nodiscard]] At places_around(At t) const;
  At body_complement(At t, BodyMention& m, const LexEntry& head, int depth, std::string& of,
                     At& named_end);
  bool joins_councils(BodyMention& m, At t, int depth, At& end);
  At body(At t, int& index, int depth = 0);
  At list_of_bodies(At t, Sentence& sentence);
  int add(BodyMention m);
  [[nodiscard]] BodyMention implied(std::string_view name) const;

  At title(At t, int& index);
  At title_complement(At t, TitleMention& m, const LexEntry& head, Range noun);
  At title_time(At t, TitleMention& m) const;
  At whole_after_comma(At t, int part);
  At place(At t, int& index, bool expected = false);
  At honorifics(At t, bool& any) const;
  At person(At t, int& index, bool after_title);

  At date(At t, std::optional<PartialDate>& date) const;
  At date_after_words(At t, std::optional<PartialDate>& date) const;
  At document(At t, int& index);
  At number_of_document(At t, DocumentMention& m, bool capital) const;
  At document_tail(At t, DocumentMention& m);
  At own_number(At t, int& index);

  Item& add_item(Sentence& sentence, ItemKind kind, At begin, At end) const;
  At plain_word(At t, Sentence& sentence) const;
  void drop_asides(Sentence& sentence) const;
  void join_titles(Sentence& sentence) const;

  Analysis& a_;
  At begin_ = 0;
  At end_ = 0;
  bool byline_ = false;
  bool fused_ = false;                      ///< the last word of a title begins the body
  bool listed_ = false;                     ///< "các đồng chí:" has announced people
  std::unordered_set<std::string> people_;  ///< full names, folded, that an honorific introduces
  std::unordered_set<std::string> places_;  ///< names, folded, that a noun like "tỉnh" introduces
  Word of_, and_, with_, day_, month_, year_, number_, term_, tenure_, from_, to_, since_, stage_,
      now_, about_, by_, at_, in_, many_, also_, at_the_same_, time_, then_, is_, dated_, study_;
};

}  // namespace nom::extract
