// A bench scene as a room like any other: one journey of level 0, its stages, touchpoints with a
// promise, a month of observations and scores, emotions; and where each card stands. So that
// `bench` draws what a room draws. Must not know cameras or time. Used by bench.
#pragma once

#include "exchange/bench_scene.hpp"
#include "layout/bench_layout.hpp"
#include "model/room.hpp"

namespace shell {

model::Room bench_room(exchange::BenchScene const& scene);
layout::GivenPlaces bench_places(exchange::BenchScene const& scene);

}  // namespace shell
