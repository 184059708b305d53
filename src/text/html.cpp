// SPDX-License-Identifier: Apache-2.0
#include "text/check.hpp"
#include "text/normalise.hpp"
#include "text/text.hpp"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory_resource>

namespace nom {

namespace {

/// The parsed page. Gumbo frees a tree recursively, which a page of a million nested elements
/// turns into a stack overflow; so the tree lives in an arena that is dropped as a whole.
class Page {
 public:
  explicit Page(std::string_view html) {
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = [](void* arena, std::size_t size) {
      return static_cast<std::pmr::monotonic_buffer_resource*>(arena)->allocate(size);
    };
    options.deallocator = [](void*, void*) {};
    options.userdata = &arena_;
    options.max_errors = 0;
    root_ = gumbo_parse_with_options(&options, html.data(), html.size())->document;
  }

  [[nodiscard]] const GumboNode* root() const { return root_; }

 private:
  std::pmr::monotonic_buffer_resource arena_;
  const GumboNode* root_ = nullptr;
};

const GumboVector* children_of(const GumboNode* node) {
  switch (node->type) {
    case GUMBO_NODE_DOCUMENT:
      return &node->v.document.children;
    case GUMBO_NODE_ELEMENT:
    case GUMBO_NODE_TEMPLATE:
      return &node->v.element.children;
    default:
      return nullptr;
  }
}

/// Walks the tree in document order without recursion. `enter` returns whether to go inside.
template <class Enter, class Leave>
void walk(const GumboNode* root, Enter enter, Leave leave) {
  struct Step {
    const GumboNode* node;
    unsigned next;
  };
  std::vector<Step> path;
  if (enter(root)) {
    path.push_back({root, 0});
  }
  while (!path.empty()) {
    Step& step = path.back();
    const GumboVector* const children = children_of(step.node);
    if (children == nullptr || step.next == children->length) {
      leave(step.node);
      path.pop_back();
      continue;
    }
    const auto* const child = static_cast<const GumboNode*>(children->data[step.next++]);
    if (enter(child)) {
      path.push_back({child, 0});
    }
  }
}

GumboTag tag_of(const GumboNode* node) {
  return node->type == GUMBO_NODE_ELEMENT ? node->v.element.tag : GUMBO_TAG_UNKNOWN;
}

/// Value of an attribute; empty if it is not there.
std::string_view attribute(const GumboNode* node, const char* name) {
  const GumboAttribute* const found = node->type == GUMBO_NODE_ELEMENT
                                          ? gumbo_get_attribute(&node->v.element.attributes, name)
                                          : nullptr;
  return found == nullptr ? std::string_view() : found->value;
}

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_space(text.front())) {
    text.remove_prefix(1);
  }
  while (!text.empty() && is_space(text.back())) {
    text.remove_suffix(1);
  }
  return text;
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return out;
}

bool is_block(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_BR:
    case GUMBO_TAG_CAPTION:
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_DETAILS:
    case GUMBO_TAG_DIR:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_FIELDSET:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_HGROUP:
    case GUMBO_TAG_HR:
    case GUMBO_TAG_LEGEND:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_MENU:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_P:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_SUMMARY:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_UL:
      return true;
    default:
      return false;
  }
}

/// Elements whose inside is not text of the article.
bool is_left_out(const GumboNode* node) {
  switch (tag_of(node)) {
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_INPUT:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_DATALIST:
      return true;
    default:
      break;
  }
  if (node->type == GUMBO_NODE_TEMPLATE) {
    return true;
  }
  if (node->type != GUMBO_NODE_ELEMENT) {
    return false;
  }
  std::string style = lower(attribute(node, "style"));
  style.erase(std::remove_if(style.begin(), style.end(), is_space), style.end());
  return gumbo_get_attribute(&node->v.element.attributes, "hidden") != nullptr ||
         style.find("display:none") != std::string::npos;
}

/// The text as it grows: a break is written only when something follows it.
class Lines {
 public:
  void break_line() {
    // A block that opens a cell does not part it from its tab.
    line_ = line_ || tabs_ == 0;
  }

  void begin_row() {
    line_ = true;
    tabs_ = 0;
    cells_ = 0;
    row_has_text_ = false;
  }

  void begin_cell() {
    if (cells_++ == 0) {
      return;
    }
    ++tabs_;
    line_ = line_ && !row_has_text_;  // a block that closes the cell before does not end the row
  }

  void end_row() {
    line_ = true;
    tabs_ = 0;
  }

  void add(std::string_view text, bool keep_lines) {
    for (const char c : text) {
      if (!is_space(c)) {
        write_break();
        out_ += c;
      } else if (keep_lines && c == '\n') {
        line_ = true;
      } else {
        space_ = true;
      }
    }
  }

  std::string take() {
    if (!out_.empty()) {
      out_ += '\n';
    }
    return std::move(out_);
  }

 private:
  void write_break() {
    if (line_ && !out_.empty()) {
      out_ += '\n';
    }
    out_.append(tabs_, '\t');
    if (space_ && !line_ && tabs_ == 0 && !out_.empty()) {
      out_ += ' ';
    }
    line_ = false;
    space_ = false;
    tabs_ = 0;
    row_has_text_ = true;
  }

  std::string out_;
  bool line_ = false;
  bool space_ = false;
  std::size_t tabs_ = 0;
  int cells_ = 0;
  bool row_has_text_ = false;
};

std::string visible_text(const GumboNode* root) {
  Lines lines;
  int preformatted = 0;
  const auto enter = [&](const GumboNode* node) {
    if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE ||
        node->type == GUMBO_NODE_CDATA) {
      lines.add(node->v.text.text, preformatted > 0);
      return false;
    }
    if (node->type == GUMBO_NODE_COMMENT || is_left_out(node)) {
      return false;
    }
    const GumboTag tag = tag_of(node);
    if (tag == GUMBO_TAG_TR) {
      lines.begin_row();
    } else if (tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH) {
      lines.begin_cell();
    } else if (is_block(tag)) {
      lines.break_line();
    }
    preformatted += tag == GUMBO_TAG_PRE ? 1 : 0;
    return true;
  };
  const auto leave = [&](const GumboNode* node) {
    const GumboTag tag = tag_of(node);
    preformatted -= tag == GUMBO_TAG_PRE ? 1 : 0;
    if (tag == GUMBO_TAG_TR) {
      lines.end_row();
    } else if (is_block(tag)) {
      lines.break_line();
    }
  };
  walk(root, enter, leave);
  return lines.take();
}

/// The date at the beginning of "2024-03-05T08:00:00+07:00", "2024-03", "2024"; as it is written,
/// without a change of time zone: it is the day that stands on the page.
std::optional<PartialDate> date_in(std::string_view value) {
  value = trimmed(value);
  const std::size_t end = std::min(value.find_first_not_of("0123456789-/"), value.size());
  if (end < value.size() && value[end] != 'T' && value[end] != ' ') {
    return std::nullopt;
  }
  std::string iso(value.substr(0, end));
  std::replace(iso.begin(), iso.end(), '/', '-');
  if (iso.size() == 8 && iso.find('-') == std::string::npos) {
    iso.insert(6, 1, '-');
    iso.insert(4, 1, '-');
  }
  return parse_iso(iso);
}

/// What publishers call the day of publication, the surest first.
constexpr std::array<std::string_view, 16> date_names{
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "citation_publication_date",
    "dcterms.issued",
    "dc.date.issued",
    "dc.date",
    "dcterms.date",
    "dcterms.created",
    "dc.date.created",
    "parsely-pub-date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "date",
};

/// What a page says of itself.
struct Head {
  std::string title;
  std::string lang;
  std::optional<PartialDate> date;
  std::string charset;         ///< as declared, lower case; empty if not
  std::size_t charset_at = 0;  ///< byte offset of the declaration
};

std::string text_inside(const GumboNode* root) {
  Lines lines;
  walk(
      root,
      [&](const GumboNode* node) {
        if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE) {
          lines.add(node->v.text.text, false);
        }
        return node->type == GUMBO_NODE_ELEMENT;
      },
      [](const GumboNode*) {});
  std::string out = lines.take();
  if (!out.empty()) {
    out.pop_back();
  }
  return out;
}

std::string charset_of(const GumboNode* meta) {
  if (const std::string_view charset = attribute(meta, "charset"); !charset.empty()) {
    return lower(trimmed(charset));
  }
  const std::string content = lower(attribute(meta, "content"));
  const std::size_t at = content.find("charset=");
  if (lower(attribute(meta, "http-equiv")) != "content-type" || at == std::string::npos) {
    return {};
  }
  const std::string_view value = std::string_view(content).substr(at + 8);
  return std::string(trimmed(value.substr(0, value.find(';'))));
}

Head read_head(const GumboNode* root) {
  Head head;
  std::size_t rank = date_names.size() + 1;  // of the date found so far; lower is surer
  const auto offer = [&](std::string_view value, std::size_t its_rank) {
    if (its_rank < rank) {
      if (const std::optional<PartialDate> date = date_in(value)) {
        head.date = date;
        rank = its_rank;
      }
    }
  };
  const auto rank_of = [](std::string_view name) {
    const std::string folded = lower(trimmed(name));
    return static_cast<std::size_t>(std::find(date_names.begin(), date_names.end(), folded) -
                                    date_names.begin());
  };
  const auto enter = [&](const GumboNode* node) {
    const GumboTag tag = tag_of(node);
    if (tag == GUMBO_TAG_HTML || tag == GUMBO_TAG_BODY) {
      for (const char* const name : {"lang", "xml:lang"}) {
        if (head.lang.empty()) {
          head.lang = trimmed(attribute(node, name));
        }
      }
    } else if (tag == GUMBO_TAG_TITLE && head.title.empty()) {
      head.title = text_inside(node);
    } else if (tag == GUMBO_TAG_META) {
      for (const char* const name : {"property", "name", "itemprop"}) {
        if (const std::size_t its_rank = rank_of(attribute(node, name));
            its_rank < date_names.size()) {
          offer(attribute(node, "content"), its_rank);
        }
      }
      if (head.charset.empty()) {
        head.charset = charset_of(node);
        head.charset_at = node->v.element.start_pos.offset;
      }
    } else if (lower(attribute(node, "itemprop")) == "datepublished") {
      const std::string_view datetime = attribute(node, "datetime");
      const std::string_view content = attribute(node, "content");
      offer(!datetime.empty()  ? std::string(datetime)
            : !content.empty() ? std::string(content)
                               : text_inside(node),
            rank_of("datepublished"));
    } else if (tag == GUMBO_TAG_TIME) {
      offer(attribute(node, "datetime"), date_names.size());
    }
    return node->type == GUMBO_NODE_DOCUMENT || node->type == GUMBO_NODE_ELEMENT;
  };
  walk(root, enter, [](const GumboNode*) {});
  return head;
}

bool is_utf8_name(std::string_view charset) {
  return charset.empty() || charset == "utf-8" || charset == "utf8";
}

bool is_ascii(std::string_view bytes) {
  return std::all_of(bytes.begin(), bytes.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace

Result<Document> read_html(std::string_view bytes, const std::string& file) {
  std::optional<Fault> fault = text::check(bytes, file);
  if (fault && fault->kind != FaultKind::syntax) {
    return *std::move(fault);
  }
  const std::string_view html = text::without_bom(bytes);
  const Page page(html);
  const Head head = read_head(page.root());
  if (!is_utf8_name(head.charset) && (fault || !is_ascii(bytes))) {
    return Fault{FaultKind::syntax, "the page declares charset " + head.charset + ", not UTF-8",
                 text::where_of(bytes, head.charset_at + (bytes.size() - html.size()), file),
                 "convert it (iconv -f " + head.charset + " -t UTF-8) and declare charset=utf-8"};
  }
  if (fault) {
    return *std::move(fault);
  }
  Document document;
  document.title = text::normalise(head.title, text::References::keep);
  document.date = head.date;
  document.lang = head.lang;
  document.text = Text(text::normalise(visible_text(page.root()), text::References::keep));
  return document;
}

}  // namespace nom
