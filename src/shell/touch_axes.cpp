#include "shell/touch_axes.hpp"

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <span>

namespace shell {
namespace {

struct Free {
    void operator()(void* p) const { std::free(p); }
};

double from_fixed(xcb_input_fp3232_t value) {
    return static_cast<double>(value.integral) + static_cast<double>(value.frac) / 4294967296.0;
}

}  // namespace

xcb_atom_t TouchAxes::atom(char const* name) {
    auto const asked =
        xcb_intern_atom(m_connection, 1, static_cast<std::uint16_t>(std::strlen(name)), name);
    std::unique_ptr<xcb_intern_atom_reply_t, Free> const reply(
        xcb_intern_atom_reply(m_connection, asked, nullptr));
    return reply ? reply->atom : xcb_atom_t{XCB_ATOM_NONE};
}

TouchAxes::Device const& TouchAxes::device(xcb_input_device_id_t id) {
    auto const [known, is_new] = m_devices.try_emplace(id);
    Device& made = known->second;
    if (!is_new) return made;
    xcb_atom_t const major = atom("Abs MT Touch Major");
    xcb_atom_t const across = atom("Abs MT Position X");
    if (major == XCB_ATOM_NONE || across == XCB_ATOM_NONE) return made;
    auto const asked = xcb_input_xi_query_device(m_connection, id);
    std::unique_ptr<xcb_input_xi_query_device_reply_t, Free> const reply(
        xcb_input_xi_query_device_reply(m_connection, asked, nullptr));
    if (!reply || reply->num_infos == 0) return made;
    auto const infos = xcb_input_xi_query_device_infos_iterator(reply.get());
    for (auto it = xcb_input_xi_device_info_classes_iterator(infos.data); it.rem > 0;
         xcb_input_device_class_next(&it)) {
        if (it.data->type != XCB_INPUT_DEVICE_CLASS_TYPE_VALUATOR) continue;
        auto const& axis = *reinterpret_cast<xcb_input_valuator_class_t const*>(it.data);
        if (axis.label == major) made.major = axis.number;
        double const span = from_fixed(axis.max) - from_fixed(axis.min);
        if (axis.label == across && span > 0) made.px_per_unit = m_screen_width_px / span;
    }
    return made;
}

std::optional<double> TouchAxes::size_px(xcb_input_touch_begin_event_t const& event) {
    Device const& from = device(event.sourceid);
    if (!from.major || from.px_per_unit <= 0) return std::nullopt;
    std::span<std::uint32_t const> const mask(
        xcb_input_touch_begin_valuator_mask(&event),
        static_cast<std::size_t>(xcb_input_touch_begin_valuator_mask_length(&event)));
    std::span<xcb_input_fp3232_t const> const values(
        xcb_input_touch_begin_axisvalues(&event),
        static_cast<std::size_t>(xcb_input_touch_begin_axisvalues_length(&event)));
    // Values stand in the order of the mask's bits.
    std::size_t at = 0;
    for (std::size_t bit = 0; bit < mask.size() * 32; ++bit) {
        bool const told = (mask[bit / 32] >> (bit % 32) & 1U) != 0;
        if (bit == *from.major) {
            if (!told || at >= values.size()) return std::nullopt;
            return from_fixed(values[at]) * from.px_per_unit;
        }
        at += told ? 1 : 0;
    }
    return std::nullopt;
}

}  // namespace shell
