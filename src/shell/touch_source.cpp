#include "shell/touch_source.hpp"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <set>
#include <xcb/xcb.h>
#include <xcb/xinput.h>

#include "shell/touch_axes.hpp"
#include "shell/touch_clock.hpp"

namespace shell {
namespace {

// xcb rather than Xlib: its errors are answers to the request that failed, so there is no handler
// for the whole process (GLFW takes that away whenever it makes a context), and no exit.
struct Free {
    void operator()(void* p) const { std::free(p); }
};
template <typename T>
using Reply = std::unique_ptr<T, Free>;

struct Disconnect {
    void operator()(xcb_connection_t* connection) const { xcb_disconnect(connection); }
};
using Connection = std::unique_ptr<xcb_connection_t, Disconnect>;

Connection connect(std::string const& display) {
    return Connection(xcb_connect(display.empty() ? nullptr : display.c_str(), nullptr));
}

double from_fixed(xcb_input_fp1616_t value) {
    return static_cast<double>(value) / 65536.0;
}

// The opcode of the XInput extension when it is there and speaks 2.2, else 0.
std::uint8_t touch_opcode(xcb_connection_t* connection) {
    xcb_query_extension_reply_t const* const extension =
        xcb_get_extension_data(connection, &xcb_input_id);
    if (extension == nullptr || extension->present == 0) return 0;
    auto const asked = xcb_input_xi_query_version(connection, 2, 2);
    Reply<xcb_input_xi_query_version_reply_t> const version(
        xcb_input_xi_query_version_reply(connection, asked, nullptr));
    if (!version) return 0;
    bool const touches =
        version->major_version > 2 || (version->major_version == 2 && version->minor_version >= 2);
    return touches ? extension->major_opcode : std::uint8_t{0};
}

struct MaskRequest {
    xcb_input_event_mask_t head;
    std::uint32_t bits;
};

// Nothing when it worked, else X's error code.
std::optional<std::uint8_t> select(xcb_connection_t* connection, xcb_window_t window,
                                   MaskRequest const& request) {
    auto const asked = xcb_input_xi_select_events_checked(connection, window, 1, &request.head);
    Reply<xcb_generic_error_t> const error(xcb_request_check(connection, asked));
    if (!error) return std::nullopt;
    return error->error_code;
}

constexpr std::uint32_t touch_bits = XCB_INPUT_XI_EVENT_MASK_TOUCH_BEGIN |
                                     XCB_INPUT_XI_EVENT_MASK_TOUCH_UPDATE |
                                     XCB_INPUT_XI_EVENT_MASK_TOUCH_END;

// Empty when all is well.
std::string subscribe(xcb_connection_t* connection, xcb_window_t window) {
    constexpr std::uint8_t bad_access = 10;
    // The server takes hierarchy changes for all devices only, touches for masters as well.
    select(connection, window, {{XCB_INPUT_DEVICE_ALL, 1}, XCB_INPUT_XI_EVENT_MASK_HIERARCHY});
    auto const refused = select(connection, window, {{XCB_INPUT_DEVICE_ALL_MASTER, 1}, touch_bits});
    if (!refused) return {};
    if (*refused == bad_access)
        return "Another program already takes the touches of this window; only the mouse works.";
    return "The display refuses to report touches (X error " + std::to_string(*refused) +
           "); only the mouse works.";
}

template <typename Visit>
void each_device(xcb_connection_t* connection, xcb_input_device_id_t which, Visit const& visit) {
    auto const asked = xcb_input_xi_query_device(connection, which);
    Reply<xcb_input_xi_query_device_reply_t> const reply(
        xcb_input_xi_query_device_reply(connection, asked, nullptr));
    if (!reply) return;
    for (auto device = xcb_input_xi_query_device_infos_iterator(reply.get()); device.rem > 0;
         xcb_input_xi_device_info_next(&device)) {
        visit(*device.data);
    }
}

bool device_works(xcb_connection_t* connection, xcb_input_device_id_t id) {
    bool works = false;
    each_device(connection, id, [&](xcb_input_xi_device_info_t const& device) {
        works = works || (device.deviceid == id && device.enabled != 0);
    });
    return works;
}

double screen_width_px(xcb_connection_t* connection) {
    auto const screens = xcb_setup_roots_iterator(xcb_get_setup(connection));
    return screens.rem > 0 ? screens.data->width_in_pixels : 0;
}

class X11Touch : public TouchSource {
public:
    explicit X11Touch(X11Target const& target) : m_connection(connect(target.display)) {
        if (lost()) return;
        m_opcode = touch_opcode(m_connection.get());
        m_refusal = m_opcode == 0
                        ? "The display has no XInput 2.2, so no touch; only the mouse works."
                        : subscribe(m_connection.get(), target.window);
        if (m_refusal.empty())
            m_axes.emplace(m_connection.get(), screen_width_px(m_connection.get()));
        xcb_flush(m_connection.get());
    }

    std::vector<app::PointerEvent> poll(double now_ms) override {
        m_out.clear();
        m_now_ms = now_ms;
        drop_vanished();
        while (!lost()) {
            Reply<xcb_generic_event_t> const event(xcb_poll_for_event(m_connection.get()));
            if (!event) break;
            handle(*event);
        }
        if (lost()) cancel_if([](Touch const&) { return true; });
        return std::move(m_out);
    }

    int fd() const override {
        bool const deaf = lost() || !m_refusal.empty();
        return deaf ? -1 : xcb_get_file_descriptor(m_connection.get());
    }

    std::string status() const override {
        if (lost()) return "The connection for touch is lost; only the mouse works.";
        return m_refusal;
    }

private:
    struct Touch {
        xcb_input_device_id_t source = 0;
        std::uint32_t detail = 0;  // the server's number, unique per device only
        std::int64_t contact = 0;
        base::ScreenPoint at;
        double heard_ms = 0;
        double size_px = 0;
    };

    bool lost() const { return xcb_connection_has_error(m_connection.get()) != 0; }

    void handle(xcb_generic_event_t const& event) {
        if ((event.response_type & 0x7F) != XCB_GE_GENERIC) return;
        auto const& generic = reinterpret_cast<xcb_ge_generic_event_t const&>(event);
        if (generic.extension != m_opcode) return;
        if (generic.event_type == XCB_INPUT_HIERARCHY) {
            hierarchy(reinterpret_cast<xcb_input_hierarchy_event_t const&>(event));
        } else if (generic.event_type >= XCB_INPUT_TOUCH_BEGIN &&
                   generic.event_type <= XCB_INPUT_TOUCH_END) {
            touch(reinterpret_cast<xcb_input_touch_begin_event_t const&>(event));
        }
    }

    void touch(xcb_input_touch_begin_event_t const& event) {
        auto const same = [&](Touch const& t) {
            return t.source == event.sourceid && t.detail == event.detail;
        };
        base::ScreenPoint const at{from_fixed(event.event_x), from_fixed(event.event_y)};
        m_event_ms = m_clock.local_ms(event.time, m_now_ms);
        if (event.event_type == XCB_INPUT_TOUCH_BEGIN) {
            cancel_if(same);  // its end was never told
            m_touches.push_back({event.sourceid, event.detail, m_next_contact++, at, m_now_ms, 0});
            m_touches.back().size_px = m_axes->size_px(event).value_or(0);
            emit(m_touches.back(), app::Phase::Begin);
            return;
        }
        auto const found = std::find_if(m_touches.begin(), m_touches.end(), same);
        if (found == m_touches.end()) return;  // began before we listened
        found->at = at;
        found->heard_ms = m_now_ms;
        // A device tells only what changed.
        found->size_px = m_axes->size_px(event).value_or(found->size_px);
        bool const end = event.event_type == XCB_INPUT_TOUCH_END;
        emit(*found, end ? app::Phase::End : app::Phase::Move);
        if (end) m_touches.erase(found);
    }

    // A device that is unplugged or switched off takes its touches along.
    void hierarchy(xcb_input_hierarchy_event_t const& event) {
        constexpr std::uint32_t gone =
            XCB_INPUT_HIERARCHY_MASK_SLAVE_REMOVED | XCB_INPUT_HIERARCHY_MASK_DEVICE_DISABLED;
        m_event_ms = m_now_ms;
        if (m_axes) m_axes->forget();
        for (auto info = xcb_input_hierarchy_infos_iterator(&event); info.rem > 0;
             xcb_input_hierarchy_info_next(&info)) {
            if ((info.data->flags & gone) == 0) continue;
            xcb_input_device_id_t const id = info.data->deviceid;
            cancel_if([id](Touch const& t) { return t.source == id; });
        }
    }

    // A finger may rest for minutes without a word, so silence alone proves nothing: the device is
    // asked for.
    void drop_vanished() {
        constexpr double silence_ms = 10'000;
        m_event_ms = m_now_ms;
        std::set<xcb_input_device_id_t> silent;
        for (Touch const& t : m_touches) {
            if (m_now_ms - t.heard_ms > silence_ms) silent.insert(t.source);
        }
        for (xcb_input_device_id_t const id : silent) {
            bool const works = device_works(m_connection.get(), id);
            for (Touch& t : m_touches) {
                if (t.source == id) t.heard_ms = m_now_ms;
            }
            if (!works) cancel_if([id](Touch const& t) { return t.source == id; });
        }
    }

    template <typename Predicate>
    void cancel_if(Predicate const& predicate) {
        for (Touch const& t : m_touches) {
            if (predicate(t)) emit(t, app::Phase::Cancel);
        }
        std::erase_if(m_touches, predicate);
    }

    void emit(Touch const& t, app::Phase phase) {
        m_out.push_back({t.contact, phase, t.at, m_event_ms, t.size_px});
    }

    Connection m_connection;
    std::uint8_t m_opcode = 0;
    std::string m_refusal;
    TouchClock m_clock;
    std::optional<TouchAxes> m_axes;
    std::vector<Touch> m_touches;
    std::int64_t m_next_contact = mouse_contact + 1;
    std::vector<app::PointerEvent> m_out;  // of the call under way
    double m_now_ms = 0;
    double m_event_ms = 0;
};

}  // namespace

std::unique_ptr<TouchSource> open_x11_touch(X11Target const& target) {
    return std::make_unique<X11Touch>(target);
}

}  // namespace shell
