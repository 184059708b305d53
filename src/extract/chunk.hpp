// SPDX-License-Identifier: Apache-2.0
// The grammar of names: bodies, titles, places, dates, documents and people, each parsed where it
// begins. A parse function returns the token after what it read, or the token where it began if
// there is nothing of its kind.
#pragma once

#include "extract/analysis.hpp"

namespace nom::extract {

class Chunker {
 public:
  explicit Chunker(Analysis& a);

  /// Fills the items of a sentence. Nothing reaches over the columns of a table, between which
  /// stands a mark '|'.
  void chunk(Sentence& sentence);

 private:
  using At = std::size_t;

  static constexpr std::size_t longest_name = 7;  ///< tokens in a person's name

  /// What stands before the head of a post, and the head.
  struct PostStart {
    std::string modifiers;           ///< as worded
    std::string roles;               ///< canonical
    std::string before_field;        ///< the modifiers before the field, as worded
    std::string roles_before_field;  ///< canonical
    At words = 0;                    ///< where the words of the post begin
    At field = 0;                    ///< where the field of work begins
    bool prefixed = false;           ///< a body or a field stands straight before the head
    std::optional<Found> head;
  };

  /// The words of a post that is being read.
  struct PostWords {
    At begin;               ///< of what belongs to it: the body or the place before it, its status
    Range words;            ///< of its head
    bool prefixed;          ///< a body or a field stands before the head
    const LexEntry& entry;  ///< of the head
  };

  // Passes over the items of a sentence, and what they add to it.
  void find_appointer(Sentence& sentence);
  void join_unknown_fields(Sentence& sentence);
  void join_body_before_field(Sentence& sentence);
  void find_employers(Sentence& sentence);
  void find_counterparts(Sentence& sentence);
  void place_after_holder(const Item& whose, bool of_place, int post);
  void add_word(Sentence& sentence, At& t);
  [[nodiscard]] At seat_of_company(At t) const;
  void chunk_cell(Sentence& sentence, At begin, At end);
  void describe(BodyMention& m, At head_begin, At head_end, const LexEntry& head);
  void find_places(Sentence& sentence);
  void join_seats(Sentence& sentence);

  // Parses that make mentions.
  At head_first_name(At t, int& index);
  At destination(At t, TitleMention& m);
  At employer(At t, TitleMention& m);
  At employer_there(At t, TitleMention& m);
  At workplace(At t, TitleMention& m, const LexEntry& head);
  At reference(At t, int& index);
  At join_acronym(At next, int& index, int depth);
  At part_in_small_letters(At t, int& index);
  [[nodiscard]] At joins_one_more(At t) const;
  At more_of_post(At t, std::vector<int>& titles);
  At body(At t, int& index, int depth = 0);
  At body_before_post(At t, int& index);
  At body_complement(At t, BodyMention& m, const LexEntry& head, int depth);
  [[nodiscard]] At fields_before_post(At t) const;
  [[nodiscard]] At after_nationality(At t) const;
  void add_nationality(int index);
  At country_of_field(At t, TitleMention& m);
  [[nodiscard]] At after_possessive(At t) const;
  At before_head(At t, TitleMention& m, PostStart& start);
  At demonym(At t, int& index);
  At described_company(At t, TitleMention& m);
  At country_before_post(At t, int& index);
  At title(At t, int& index);
  At place_owner(At t);
  At numbered_unit(At t, int& index);
  At named_body(At t, int& index);
  At part_of_body(At t, int& index);
  At part_after_verb(At t, int& index);
  At place_before_holder(At t, int& where, bool of_place);
  At title_complement(At t, TitleMention& m, const LexEntry& head);
  At officer_field(At t, TitleMention& m, const LexEntry& head);
  At field_after_colon(At t, TitleMention& m);
  At field_after_comma(At t, TitleMention& m, const LexEntry& head);
  At body_after_post(At t, TitleMention& m, const PostWords& post);
  At place_after_post(At t, TitleMention& m, const PostWords& post);
  At after_comma(At t, TitleMention& m, const PostWords& post);
  At workplace_after_field(At t, At field, TitleMention& m, const LexEntry& head);
  At place(At t, int& index);
  At document(At t, int& index);
  At document_tail(At t, DocumentMention& m);
  [[nodiscard]] bool is_unknown_rank(At t) const;
  At person(At t, int& index);

  // Parses that make none: where something ends.
  [[nodiscard]] At company_name(At t) const;
  [[nodiscard]] At constituency(At t) const;
  [[nodiscard]] At place_tail(At t) const;
  [[nodiscard]] At cap_sequence(At t) const;
  [[nodiscard]] At open_name(At t) const;
  [[nodiscard]] At small_field(At t) const;
  At branch(At t, BodyMention& m) const;
  [[nodiscard]] At of_officers(At t) const;
  /// The noun with which a name ends, and the token after it.
  struct Ending {
    Found noun;
    At end = 0;
  };
  [[nodiscard]] std::optional<Ending> committee_after(At t) const;
  [[nodiscard]] std::optional<Ending> small_committee_after(At t) const;
  At body_run(At t, BodyMention& m, std::optional<Found>& head) const;
  At title_bracket(At t, TitleMention& m, const LexEntry& head);
  [[nodiscard]] At officer(At t) const;
  [[nodiscard]] At field_of_post(At t) const;
  [[nodiscard]] At party_name(At t) const;
  [[nodiscard]] At party_of_post(At t) const;
  [[nodiscard]] At supporters(At t) const;
  At series(At t, std::optional<Found>& head) const;
  [[nodiscard]] At kind_of_place(At t) const;
  [[nodiscard]] At after_field(At begin, At end) const;
  [[nodiscard]] At before_name(At begin, At end) const;
  [[nodiscard]] At letters_after(At at, At t) const;
  [[nodiscard]] At suffixes(At t) const;
  At date(At t, std::optional<PartialDate>& date) const;
  At number_of_document(At t, DocumentMention& m) const;
  [[nodiscard]] At name_part(At t, At begin, std::size_t words) const;
  At honorifics(At t, bool& any) const;

  // Questions.
  [[nodiscard]] bool word_is(At t, WordId word) const { return t < end_ && a_.words[t] == word; }
  [[nodiscard]] bool mark_is(At t, char mark) const {
    return t < end_ && a_.tokens[t].mark == mark;
  }
  [[nodiscard]] bool is_connector(At t) const { return word_is(t, of_) || word_is(t, for_); }
  [[nodiscard]] bool is_and(At t) const { return word_is(t, and_) || mark_is(t, '&'); }
  [[nodiscard]] bool is_function(At t) const;
  [[nodiscard]] bool is_name_token(At t) const;
  [[nodiscard]] bool is_word_of_name(At t) const;
  [[nodiscard]] bool begins_vietnamese_name(At t) const;
  [[nodiscard]] bool begins_given_name(At t) const;
  [[nodiscard]] bool is_last_name(At t) const;
  [[nodiscard]] bool is_verb(At t) const;
  [[nodiscard]] bool is_unplaced(const TitleMention& post) const;
  [[nodiscard]] bool is_followed_by_whose(const Sentence& sentence, std::size_t i) const;
  [[nodiscard]] bool is_joined(const Sentence& sentence, std::size_t begin) const;
  [[nodiscard]] bool ends_longer_name(const Sentence& sentence, std::size_t i) const;
  [[nodiscard]] bool begins_phrase(At t) const;
  [[nodiscard]] bool whole_name(At t) const;
  [[nodiscard]] bool after_head_verb(At t) const;
  [[nodiscard]] bool opens_line(At t) const;
  [[nodiscard]] bool is_verb_of_life(At t, std::size_t words) const;
  [[nodiscard]] const Frame* frame_of(At t, std::size_t words) const;
  [[nodiscard]] bool small_noun(At t) const;
  [[nodiscard]] bool ministry_at(At t) const;
  [[nodiscard]] bool is_side(At t) const;
  [[nodiscard]] bool time_before(At t) const;
  [[nodiscard]] bool expected(At t) const;
  [[nodiscard]] bool is_ordinal(At t) const;
  [[nodiscard]] bool is_counted(At t) const;
  [[nodiscard]] bool owns_more(At t) const;
  [[nodiscard]] bool is_within(int region, int country) const;
  [[nodiscard]] bool is_from_to(At t) const;
  [[nodiscard]] bool begins_longer_post(At t, std::size_t kind) const;
  [[nodiscard]] bool ends_phrase(At t) const;
  [[nodiscard]] bool is_listed_company(At t, At end, const PostWords& post) const;
  [[nodiscard]] bool is_unit(At t, At end, const PostWords& post) const;
  [[nodiscard]] bool is_place_after_comma(At t, At end, const PostWords& post) const;
  [[nodiscard]] bool is_company(At t) const;
  [[nodiscard]] bool at_line_end(At t) const;
  [[nodiscard]] bool noun_at(At t) const;
  [[nodiscard]] bool is_legal_form(At t) const;
  [[nodiscard]] bool takes_field(At t) const;
  [[nodiscard]] bool is_compound(At t) const;
  [[nodiscard]] bool is_address(At t) const;
  [[nodiscard]] bool begins_action(At t) const;
  [[nodiscard]] bool is_addressed(At t) const;
  [[nodiscard]] bool is_mixed_case(At t) const;
  [[nodiscard]] bool is_unknown_place(At t) const;
  [[nodiscard]] bool is_saint(At t) const;
  [[nodiscard]] bool is_unknown_pair(At begin, At end) const;
  [[nodiscard]] bool begins_addressed(At t) const;
  [[nodiscard]] bool is_body_name(At t) const;
  [[nodiscard]] bool names_party(At t, At post) const;
  [[nodiscard]] std::string worded(const std::string& canonical, Range range) const;
  [[nodiscard]] std::size_t employer_before(const Sentence& sentence, std::size_t end) const;
  int add_company(At t, At end);
  [[nodiscard]] std::optional<Found> head_at(At t) const;
  [[nodiscard]] const LexEntry* company_noun(At t) const;
  [[nodiscard]] std::optional<Found> suffix(At t, Lex type, At end) const;
  [[nodiscard]] std::optional<Found> seat_after_name(At t, At end) const;

  Analysis& a_;
  int offices_ = 0;  ///< named after a post that are being read
  At end_ = 0;
  At begin_ = 0;
  bool plain_nation_ = false;  ///< the country's adjective after a post says where it is
  WordId of_, for_, the_, and_, to_, at_, in_, on_, with_, no_, s_, dated_, from_, charge_, its_,
      his_, her_, their_, whose_, he_, chief_, officer_, st_, jr_, sr_, a_article_, an_article_,
      all_;
  bool column_end_ = false;   ///< the cell is part of a row
  bool after_title_ = false;  ///< the item before is a title
};

}  // namespace nom::extract
