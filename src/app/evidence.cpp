#include "app/evidence.hpp"

#include <algorithm>
#include <cmath>

#include "app/travel.hpp"
#include "base/image.hpp"

namespace app {
namespace {

using Open = std::vector<scene::OpenEvidence>;

Open::iterator find(Open& open, scene::EvidenceName const& evidence) {
    return std::find_if(open.begin(), open.end(), [&](scene::OpenEvidence const& sheet) {
        return sheet.evidence == evidence;
    });
}

// Width by height; 0 for words and for what cannot be shown. Read once, when the sheet opens.
double aspect_of(model::Room const& room, std::string const& picture) {
    auto const file =
        std::find_if(room.media.begin(), room.media.end(),
                     [&](model::MediaFile const& media) { return media.name == picture; });
    if (picture.empty() || file == room.media.end()) return 0;
    auto const info = base::read_image_info(file->bytes);
    if (!info || info->height <= 0) return 0;
    return static_cast<double>(info->width) / info->height;
}

using Sheets = std::vector<scene::OpenEvidence*>;

// The middle of one of `count` places beside each other.
double place_of(std::size_t place, std::size_t count, double wide_px) {
    return wide_px * (static_cast<double>(place) + 0.5) / static_cast<double>(count);
}

// Where the newest goes among the others, which stand from the left to the right: into the place
// that another has left, so that nobody moves, else to their right.
std::size_t free_place(Sheets const& others, double wide_px) {
    std::size_t const count = others.size() + 1;
    for (std::size_t free = 0; free < others.size(); ++free) {
        bool still = true;
        for (std::size_t i = 0; i < others.size(); ++i) {
            double const x = place_of(i < free ? i : i + 1, count, wide_px);
            still = still && std::abs(others[i]->centre.x - x) < 1;
        }
        if (still) return free;
    }
    return others.size();
}

// The newest is the last; those that no hand has moved share the width of the wall.
void arrange_with_newest(AppState& state) {
    scene::ScreenRect const area = viewport_of(state);
    double const wide_px = state.view.size.w;
    Sheets still;
    for (scene::OpenEvidence& sheet : state.view.evidence) {
        if (!sheet.moved) still.push_back(&sheet);
    }
    scene::OpenEvidence* const newest = still.back();
    still.pop_back();
    std::sort(still.begin(), still.end(),
              [](auto const* a, auto const* b) { return a->centre.x < b->centre.x; });
    auto const free = static_cast<std::ptrdiff_t>(free_place(still, wide_px));
    still.insert(still.begin() + free, newest);
    for (std::size_t i = 0; i < still.size(); ++i) {
        still[i]->centre = {place_of(i, still.size(), wide_px), area.bottom() / 2};
        still[i]->scale = still.size() <= 2 ? 1 : 2 / static_cast<double>(still.size());
    }
}

}  // namespace

void open_evidence(World const& world, AppState& state, scene::EvidenceName const& evidence) {
    auto const known = scene::evidence_of(world.room, evidence.touchpoint);
    if (std::find(known.begin(), known.end(), evidence) == known.end()) return;
    Open& open = state.view.evidence;
    if (find(open, evidence) != open.end()) return bring_to_front(state, evidence);
    if (open.size() >= most_evidence) open.erase(open.begin());
    scene::OpenEvidence sheet;
    sheet.evidence = evidence;
    sheet.aspect = aspect_of(world.room, evidence.picture);
    sheet.opened = ++state.evidence_opened;
    sheet.appeared = 0;
    open.push_back(sheet);
    arrange_with_newest(state);
}

void close_evidence(AppState& state, scene::EvidenceName const& evidence) {
    Open& open = state.view.evidence;
    auto const sheet = find(open, evidence);
    if (sheet == open.end()) return;
    // The others stay: a hand may already be on its way to their crosses.
    open.erase(sheet);
}

std::size_t renew_evidence(World const& world, AppState& state) {
    std::size_t const gone =
        std::erase_if(state.view.evidence, [&](scene::OpenEvidence const& sheet) {
            if (!sheet.evidence.touchpoint) return true;
            auto const known = scene::evidence_of(world.room, sheet.evidence.touchpoint);
            return std::find(known.begin(), known.end(), sheet.evidence) == known.end();
        });
    for (scene::OpenEvidence& sheet : state.view.evidence)
        sheet.aspect = aspect_of(world.room, sheet.evidence.picture);
    return gone;  // the others stay, as where one is closed
}

void bring_to_front(AppState& state, scene::EvidenceName const& evidence) {
    Open& open = state.view.evidence;
    auto const sheet = find(open, evidence);
    if (sheet != open.end()) std::rotate(sheet, sheet + 1, open.end());
}

void move_evidence(AppState& state, scene::EvidenceName const& evidence, Moved const& by) {
    if (find(state.view.evidence, evidence) == state.view.evidence.end()) return;
    bool const sound = std::isfinite(by.from.x) && std::isfinite(by.from.y) &&
                       std::isfinite(by.to.x) && std::isfinite(by.to.y) && by.factor > 0 &&
                       std::isfinite(by.factor);
    if (!sound) return;
    bring_to_front(state, evidence);
    scene::OpenEvidence& sheet = state.view.evidence.back();
    double const scale = std::clamp(sheet.scale * by.factor, smallest_evidence, largest_evidence);
    base::ScreenPoint const centre = by.to + (sheet.centre - by.from) * (scale / sheet.scale);
    sheet.scale = scale;
    sheet.centre = {std::clamp(centre.x, 0.0, state.view.size.w),
                    std::clamp(centre.y, 0.0, state.view.size.h)};
    sheet.moved = true;
}

}  // namespace app
