#include "shell/opening.hpp"

#include <algorithm>
#include <chrono>

#include "shell/verbs.hpp"
#include "shell/view_names.hpp"
#include "storage/room_store.hpp"

namespace shell {
namespace {

// Portraits are there with the first frame, as long as they do not keep it waiting.
constexpr long long most_first_pixels = 1'000'000;

// How the wall opens.
struct Opening {
    std::string view = "home";
    model::Stop look;
};

model::Stop first_stop(model::Room const& room, std::string const& key) {
    auto const tour = std::find_if(room.tours.begin(), room.tours.end(),
                                   [&](model::Tour const& t) { return t.key == key; });
    if (tour == room.tours.end())
        throw Refused(exit_refused, "the room has no tour \"" + key + "\".");
    model::Stop stop = tour->stops.empty() ? model::Stop{} : tour->stops.front();
    if (stop.persona.empty()) stop.persona = tour->persona;
    return stop;
}

// A journey that is asked for goes before a tour's first view.
Opening opening_of(model::Room const& room, RunOptions const& options) {
    Opening opening;
    if (!options.tour.empty()) opening.look = first_stop(room, options.tour);
    if (!opening.look.view.empty()) opening.view = opening.look.view;
    if (!options.journey.empty()) opening.view = "journey:" + options.journey;
    if (!app::view_exists(room, opening.view))
        throw Refused(exit_refused, "the room has " + no_view_text(room, opening.view) + ".");
    return opening;
}

app::StartOptions start_of(RunOptions const& options, Opening const& opening, Wall const& wall,
                           base::ScreenSize size) {
    app::StartOptions start;
    start.size = size;
    start.diagonal_in = options.diagonal_in;
    start.now = today();
    start.staff = options.staff;
    auto const overlay = scene::parse_overlay(opening.look.overlay);
    if (overlay) start.overlay = *overlay;
    start.persona = model::find_persona(wall.room(), opening.look.persona);
    start.backstage = opening.look.backstage.value_or(false);
    return start;
}

// The first frame finds every text shaped, every glyph drawn and the dock's font made.
void prepare_first_frame(OpenedRoom const& opened) {
    app::AppState const& state = opened.session->state();
    scene::DrawList list;
    opened.wall->build(state, list);
    opened.pictures->load(list, most_first_pixels);
    opened.gui->prepare(gui_look(state));
}

}  // namespace

base::Date today() {
    auto const since = std::chrono::system_clock::now().time_since_epoch();
    return {static_cast<std::int32_t>(std::chrono::floor<std::chrono::days>(since).count())};
}

OpenedRoom open_room(RunOptions const& options, AssetPaths const& assets,
                     std::future<base::ScreenSize> size) {
    OpenedRoom opened;
    Marks const loaded_at = storage::file_marks(options.database);
    opened.wall = std::make_unique<Wall>(storage::load_room(options.database),
                                         WallFiles{assets.catalogue, assets.glyph_cache});
    Wall& wall = *opened.wall;
    Opening const opening = opening_of(wall.room(), options);
    opened.pictures = std::make_unique<PictureShelf>(wall.room(), wall.pictures());
    opened.session =
        std::make_unique<app::Session>(wall.world(), start_of(options, opening, wall, size.get()));
    if (options.staff) {
        opened.editor = std::make_unique<Editor>(options.database, wall, Changes::Followed);
        attach(*opened.editor, *opened.session);
    }
    opened.follower = std::make_unique<RoomFollower>(Followed{options.database, wall,
                                                              *opened.session, opened.editor.get(),
                                                              opened.pictures.get(), loaded_at});
    if (opening.view != "home") opened.session->obey(app::Show{opening.view}, 0);
    opened.session->settle();
    opened.gui =
        std::make_unique<Gui>(wall.fonts().face_file(scene::Weight::SemiBold), GuiTarget::OpenGl);
    prepare_first_frame(opened);
    return opened;
}

}  // namespace shell
