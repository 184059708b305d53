// SPDX-License-Identifier: Apache-2.0
#include "text/text.hpp"

#include <gtest/gtest.h>

namespace nom {
namespace {

std::string text_of(std::string_view html) {
  const Result<Document> page = read_html(html, "a.html");
  return page ? page->text.str() : to_string(page.error());
}

struct Row {
  std::string_view in;
  std::string_view out;
};

TEST(Html, PutsBlocksOnLinesOfTheirOwn) {
  for (const auto& [in, out] : std::initializer_list<Row>{
           {"", ""},
           {"<p>one</p><p>two", "one\ntwo\n"},
           {"<h1>Title</h1>\n\n  <div>a <b>bold</b>\n word<br>next</div>",
            "Title\na bold word\nnext\n"},
           {"<ul><li>x<li>y</ul>z", "x\ny\nz\n"},
           {"Mr<b>s</b> <i> X </i>.", "Mrs X .\n"},
           {"<div><div><p></p></div></div>a", "a\n"},
           {"a&nbsp;b &amp; c&rsquo;s", "a\u00A0b & c’s\n"},
           {"&amp;nbsp;", "&nbsp;\n"},
           {"Ha&#777;i", "Hải\n"},
           {"<pre>a\n  b</pre>", "a\nb\n"},
       }) {
    EXPECT_EQ(text_of(in), out) << in;
  }
}

TEST(Html, PartsCellsByTabs) {
  for (const auto& [in, out] : std::initializer_list<Row>{
           {"<table><tr><th>Post<th>Holder<tr><td>Mayor<td>A B</table>after",
            "Post\tHolder\nMayor\tA B\nafter\n"},
           {"<table> <tr> <td> <p>a</p> </td> <td> <p>b</p> </td> </tr> </table>", "a\tb\n"},
           {"<table><tr><td>a<td><td>c<tr><td><td>e</table>", "a\t\tc\n\te\n"},
           {"<table><tr><td>a<td></table>b", "a\nb\n"},
           {"<table><tr><td><p>a</p><p>b</p></table>", "a\nb\n"},
       }) {
    EXPECT_EQ(text_of(in), out) << in;
  }
}

TEST(Html, LeavesOutWhatIsNotText) {
  EXPECT_EQ(text_of("<head><title>t</title><style>p{}</style></head><body><nav>Home</nav>"
                    "<script>var a='<p>no</p>';</script><!-- no --><p hidden>no</p>"
                    "<p style='Display : none'>no</p><form><input value=no><button>no</button>"
                    "<select><option>no</select><textarea>no</textarea>yes</form>"
                    "<template>no</template><noscript>no</noscript><svg><text>no</text></svg>"),
            "yes\n");
}

TEST(Html, ReadsTitleAndLanguage) {
  const Result<Document> page = read_html(
      "<!doctype html><html lang='vi-VN'><title>\n H&agrave; Nam:\n new chairman </title><p>x",
      "a.html");
  ASSERT_TRUE(page);
  EXPECT_EQ(page->title, "Hà Nam: new chairman");
  EXPECT_EQ(page->lang, "vi-VN");
  EXPECT_EQ(page->id, "");
  EXPECT_FALSE(page->date);
}

TEST(Html, ReadsTheDateOfPublication) {
  for (const auto& [in, out] : std::initializer_list<Row>{
           {"<meta property='article:published_time' content='2024-03-05T23:30:00-08:00'>",
            "2024-03-05"},
           {"<meta name=Date content='2024/03/05'>", "2024-03-05"},
           {"<meta name='DC.date' content='2024-03'>", "2024-03"},
           {"<meta name=pubdate content=20240305>", "2024-03-05"},
           {"<meta itemprop=datePublished content='2024-03-05 07:00'>", "2024-03-05"},
           {"<span itemprop=datePublished content='2024-03-05'>5 March</span>", "2024-03-05"},
           {"<span itemprop=datePublished>2024-03-05</span>", "2024-03-05"},
           {"<time datetime='2024-03-05T08:00'>5/3</time><time datetime='2020-01-01'>x</time>",
            "2024-03-05"},
           // the surest wins, wherever it stands
           {"<meta name=date content=2020-01-01><meta property='article:published_time' "
            "content=2024-03-05>",
            "2024-03-05"},
           {"<time datetime=2020-01-01></time><span itemprop=datePublished>2024-03-05</span>",
            "2024-03-05"},
           // what is no date is passed over
           {"<meta name=pubdate content='2024-13-45'><meta name=date content=2024>", "2024"},
           {"<meta name=date content='yesterday'>", ""},
           {"<time datetime='PT3H'>3 hours</time>", ""},
       }) {
    const Result<Document> page = read_html(in, "a.html");
    ASSERT_TRUE(page) << in;
    EXPECT_EQ(page->date ? to_iso(*page->date) : "", out) << in;
  }
}

TEST(Html, RefusesOtherCharsets) {
  EXPECT_EQ(text_of("<meta charset='utf-8'><p>Hải"), "Hải\n");
  EXPECT_EQ(text_of("<meta charset=windows-1252><p>plain"), "plain\n");
  EXPECT_EQ(text_of("<html>\n <meta charset=windows-1252><p>caf\xE9"),
            "a.html:2:2: error: the page declares charset windows-1252, not UTF-8\n"
            "  hint: convert it (iconv -f windows-1252 -t UTF-8) and declare charset=utf-8");
  EXPECT_EQ(text_of("<meta http-equiv=Content-Type content='text/html; charset=TCVN3'>Hải"),
            "a.html:1:1: error: the page declares charset tcvn3, not UTF-8\n"
            "  hint: convert it (iconv -f tcvn3 -t UTF-8) and declare charset=utf-8");
  EXPECT_EQ(text_of("<p>caf\xE9"),
            "a.html:1:7: error: byte 0xE9 is not UTF-8\n  hint: save the file as UTF-8");
}

TEST(Html, SurvivesDeepNesting) {
  std::string html;
  for (int i = 0; i < 300000; ++i) {
    html += "<span>";
  }
  html += "deep";
  EXPECT_EQ(text_of(html), "deep\n");
}

}  // namespace
}  // namespace nom
