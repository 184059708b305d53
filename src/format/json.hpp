// SPDX-License-Identifier: Apache-2.0
// json: JSON values, one at a time.
#pragma once

#include "format/out.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace nom::format {

/// Makes one JSON value, for instance an object on a line. Texts are carried by `Out`, so that one
/// that is not UTF-8 is its fault.
class Json {
 public:
  explicit Json(Out& out);
  ~Json();
  Json(const Json&) = delete;
  Json& operator=(const Json&) = delete;

  Json& begin_object();
  Json& end_object();
  Json& begin_array();
  Json& end_array();
  Json& key(std::string_view name);
  Json& text(std::string_view value);
  Json& null();

  /// A key and a text; nothing if the text is empty.
  Json& field(std::string_view name, std::string_view value);

  /// What has been made, and begins anew.
  std::string take();

 private:
  struct Writer;
  Out& out_;
  std::unique_ptr<Writer> writer_;
};

}  // namespace nom::format
