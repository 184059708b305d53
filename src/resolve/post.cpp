// SPDX-License-Identifier: Apache-2.0
#include "resolve/post.hpp"

#include "name/name.hpp"

#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace nom::resolving {

namespace {

// The only country that a document speaks of; `nothing` if it speaks of none or of several.
int country_of(const std::vector<int>& places_of_record, const Places& places) {
  std::set<int> countries;
  for (const int place : places_of_record) {
    if (const int country = places.country(place); country != nothing) {
      countries.insert(country);
    }
  }
  return countries.size() == 1 ? *countries.begin() : nothing;
}

// What follows "Ministry of" in the name of a ministry; empty if it is not so named.
std::string portfolio(const Body& body) {
  static const std::string start = "Ministry of ";
  const std::string base = body.bases.best();
  return base.starts_with(start) ? base.substr(start.size()) : std::string();
}

std::string label_of(const Post& post, const Places& places, const Bodies& bodies) {
  // "Minister for Trade of the Government" would read as the government's trade.
  const bool has_portfolio =
      post.role.find(" of ") != std::string::npos || post.role.find(" for ") != std::string::npos;
  if (post.body != nothing) {
    const Body& body = bodies.all[static_cast<std::size_t>(post.body)];
    if (const std::string of = portfolio(body);
        !of.empty() && !has_portfolio && post.role.ends_with("Minister")) {
      return post.role + " of " + of;
    }
    if (has_portfolio) {
      return post.role + ", " + body.label;
    }
    return post.role + (takes_article(body) ? " of the " : " of ") + body.label;
  }
  if (post.place != nothing && !post.bare) {
    const std::string& place = places.all[static_cast<std::size_t>(post.place)].label;
    return says_place(post.role, place) ? post.role
                                        : post.role + (has_portfolio ? ", " : " of ") + place;
  }
  return post.role;
}

}  // namespace

Posts resolve_posts(const std::vector<Record>& records, const std::vector<Local>& local,
                    const Places& places, const Bodies& bodies) {
  Posts posts;
  posts.of.resize(records.size());
  std::map<std::tuple<int, int, std::string>, int> known;  // body, place, folded role
  std::set<int> shared;  // posts of which a source names two holders at once
  for (std::size_t r = 0; r < records.size(); ++r) {
    const int country = country_of(places.of[r], places);
    std::map<int, std::string> holder;  // by post: who is said to hold it now, without a date
    for (const TenureEntry& entry : records[r].tenures) {
      const std::string& role = entry.role.empty() ? entry.title : entry.role;
      const int local_body = look_up(local[r].bodies, entry.body);
      const int local_place = look_up(local[r].places, entry.place);
      Post post;
      if (local_body != nothing) {
        post.body = bodies.of[r][static_cast<std::size_t>(local_body)];
      } else if (local_place != nothing) {
        post.place = places.of[r][static_cast<std::size_t>(local_place)];
      } else {
        post.place = country;
      }
      const auto [at, is_new] = known.emplace(std::tuple(post.body, post.place, fold(role)),
                                              static_cast<int>(posts.all.size()));
      if (is_new) {
        posts.all.push_back(std::move(post));
      }
      Post& found = posts.all[static_cast<std::size_t>(at->second)];
      found.roles.add(role);
      found.bare = found.bare && local_body == nothing && local_place == nothing;
      found.one_seat = found.one_seat || entry.one_seat;
      if (entry.status == Status::current && !entry.period.from && !entry.period.to) {
        const auto [named, first] = holder.emplace(at->second, entry.person);
        if (named->second != entry.person) {
          shared.insert(at->second);
        }
      }
      posts.of[r].push_back(at->second);
    }
  }

  std::vector<Keyed> keys;
  std::map<std::string, std::vector<Post*>> by_label;
  for (Post& post : posts.all) {
    const bool is_one =
        post.body == nothing || bodies.all[static_cast<std::size_t>(post.body)].is_one;
    post.one_seat = post.one_seat && !post.bare && is_one &&
                    !shared.contains(static_cast<int>(&post - posts.all.data()));
    post.role = post.roles.best();
    std::string around;
    if (post.body != nothing) {
      around = bodies.all[static_cast<std::size_t>(post.body)].chain + "/";
    } else if (post.place != nothing) {
      around = places.all[static_cast<std::size_t>(post.place)].chain + "/";
    }
    keys.push_back(
        {around + slug(fold(post.role)), {post.body != nothing ? "in-body" : ""}, fold(post.role)});
    post.label = label_of(post, places, bodies);
    by_label[post.label].push_back(&post);
  }
  make_unique(keys);
  for (std::size_t p = 0; p < posts.all.size(); ++p) {
    posts.all[p].chain = keys[p].key;
  }
  // Two ministers of finance: each with the country.
  for (const auto& [label, same] : by_label) {
    for (Post* post : same) {
      if (same.size() > 1) {
        const int place = post->body == nothing
                              ? post->place
                              : bodies.all[static_cast<std::size_t>(post->body)].place;
        if (place != nothing &&
            !says_place(label, places.all[static_cast<std::size_t>(place)].label)) {
          post->label += " (" + places.all[static_cast<std::size_t>(place)].label + ")";
        } else if (place == nothing && post->body != nothing) {
          const std::string& country = bodies.all[static_cast<std::size_t>(post->body)].country;
          post->label += country.empty() || label.ends_with(")") ? "" : " (" + country + ")";
        }
      }
    }
  }
  return posts;
}

}  // namespace nom::resolving
