// SPDX-License-Identifier: Apache-2.0
#include "name/name.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>

namespace nom {

namespace {

/// What one letter carries: a tone, which belongs to the syllable, and marks of the letter itself.
struct Marks {
  std::uint8_t tone = 0;
  std::uint32_t own = 0;
};

/// Grave, acute, tilde, hook above, dot below.
std::uint8_t tone_of(utf8proc_int32_t mark) {
  constexpr std::array<utf8proc_int32_t, 5> tones{0x300, 0x301, 0x303, 0x309, 0x323};
  const auto* const found = std::find(tones.begin(), tones.end(), mark);
  return found == tones.end() ? std::uint8_t{0}
                              : static_cast<std::uint8_t>(found - tones.begin() + 1);
}

Marks marks_of(utf8proc_int32_t letter) {
  std::array<utf8proc_int32_t, 32> parts{};  // the longest full decomposition has 18
  int boundary_class = 0;
  const auto count = utf8proc_decompose_char(
      letter, parts.data(), static_cast<utf8proc_ssize_t>(parts.size()),
      static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD), &boundary_class);
  Marks marks;
  for (std::size_t i = 0; i < static_cast<std::size_t>(std::max<utf8proc_ssize_t>(count, 0)); ++i) {
    if (const std::uint8_t tone = tone_of(parts[i])) {
      marks.tone = tone;
    } else if (parts[i] >= 0x80) {
      marks.own = marks.own * 31 + static_cast<std::uint32_t>(parts[i]);  // a mark, or đ
    }
  }
  return marks;
}

/// Letters up to U+01FF and the Vietnamese ones of U+1E00 to U+1EFF, looked up once.
constexpr std::size_t low_end = 0x200;
constexpr std::size_t high_begin = 0x1E00;
constexpr std::size_t high_end = 0x1F00;

const std::array<Marks, low_end + high_end - high_begin>& common() {
  static const auto table = [] {
    std::array<Marks, low_end + high_end - high_begin> made{};
    for (std::size_t i = 0; i < made.size(); ++i) {
      made[i] = marks_of(static_cast<utf8proc_int32_t>(i < low_end ? i : i - low_end + high_begin));
    }
    return made;
  }();
  return table;
}

Marks look_up(utf8proc_int32_t letter) {
  const auto at = static_cast<std::size_t>(letter);
  return at < low_end                        ? common()[at]
         : at >= high_begin && at < high_end ? common()[at - high_begin + low_end]
                                             : marks_of(letter);
}

}  // namespace

std::uint32_t mark_key(std::string_view word) {
  std::uint32_t key = 0;
  std::uint8_t tone = 0;
  std::uint32_t place = 0;
  for (std::size_t at = 0; at < word.size();) {
    ++place;
    if (static_cast<unsigned char>(word[at]) < 0x80) {
      ++at;
      continue;
    }
    utf8proc_int32_t letter = 0;
    const utf8proc_ssize_t size =
        utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(word.data() + at),
                         static_cast<utf8proc_ssize_t>(word.size() - at), &letter);
    if (size <= 0) {
      return key;
    }
    at += static_cast<std::size_t>(size);
    const Marks marks = look_up(letter);
    tone = marks.tone != 0 ? marks.tone : tone;
    if (marks.own != 0) {
      key = key * 16777619U + marks.own * 64U + place;
    }
  }
  return key * 8U + tone;
}

}  // namespace nom
