// Few draw calls, never the wrong order. No OpenGL here.
#include "render/batch.hpp"

#include <doctest/doctest.h>
#include <stdexcept>

#include "render/shader.hpp"

namespace {

using render::Batch;
using render::BatchBuilder;
using render::Bounds;
using render::Pass;
using render::Record;

Record numbered(std::uint32_t number) {
    Record record;
    record.set_word(0, number);
    return record;
}

std::vector<std::uint32_t> numbers(BatchBuilder const& builder) {
    std::vector<std::uint32_t> result;
    for (Record const& record : builder.records())
        result.push_back(record.words[0]);
    return result;
}

}  // namespace

TEST_CASE("a grid of cards with text needs one draw call a pass") {
    BatchBuilder builder;
    builder.begin(2000, 1000);
    for (std::uint32_t i = 0; i < 100; ++i) {
        float const x = 200.0F * static_cast<float>(i % 10);
        float const y = 100.0F * static_cast<float>(i / 10);
        builder.add(Pass::Box, numbered(i), {x, y, x + 150, y + 60});
        builder.add(Pass::Mark, numbered(i), {x + 5, y + 5, x + 20, y + 20});
        builder.add(Pass::LineText, numbered(i), {x + 25, y + 5, x + 140, y + 20});
    }
    builder.end();
    REQUIRE(builder.batches().size() == 3);
    for (Batch const& batch : builder.batches())
        CHECK(batch.count == 100);
}

TEST_CASE("records that overlap are drawn in the order they came in") {
    // A cheap generator of rectangles; the seed is fixed.
    std::uint32_t state = 12345;
    auto const next = [&state](std::uint32_t below) {
        state = state * 1664525U + 1013904223U;
        return (state >> 8U) % below;
    };
    BatchBuilder builder;
    builder.begin(400, 300);
    std::vector<Bounds> boxes;
    for (std::uint32_t i = 0; i < 500; ++i) {
        auto const x = static_cast<float>(next(380));
        auto const y = static_cast<float>(next(280));
        boxes.push_back(
            {x, y, x + 1 + static_cast<float>(next(60)), y + 1 + static_cast<float>(next(60))});
        builder.add(static_cast<Pass>(next(render::pass_count)), numbered(i), boxes.back(),
                    next(3));
    }
    builder.end();
    std::vector<std::uint32_t> const drawn = numbers(builder);
    REQUIRE(drawn.size() == 500);
    int wrong = 0;
    for (std::size_t a = 0; a < drawn.size(); ++a) {
        for (std::size_t b = a + 1; b < drawn.size(); ++b) {
            bool const overlap = !common(boxes[drawn[a]], boxes[drawn[b]]).empty();
            if (overlap && drawn[a] > drawn[b]) ++wrong;
        }
    }
    CHECK(wrong == 0);
}

TEST_CASE("every record is in exactly one draw call of its own pass") {
    BatchBuilder builder;
    builder.begin(100, 100);
    for (std::uint32_t i = 0; i < 50; ++i) {
        builder.add(static_cast<Pass>(i * 7 % render::pass_count), numbered(i), {0, 0, 100, 100},
                    i % 2);
    }
    builder.end();
    std::uint32_t next = 0;
    for (Batch const& batch : builder.batches()) {
        CHECK(batch.first == next);
        next += batch.count;
        for (std::uint32_t i = batch.first; i < next; ++i) {
            std::uint32_t const number = builder.records()[i].words[0];
            CHECK(static_cast<Pass>(number * 7 % render::pass_count) == batch.pass);
            if (batch.pass == Pass::Picture) CHECK(number % 2 == batch.picture);
        }
    }
    CHECK(next == 50);
}

TEST_CASE("a record that touches nothing is not drawn") {
    BatchBuilder builder;
    builder.begin(100, 100);
    builder.add(Pass::Box, numbered(1), {50, 50, 50, 90});
    builder.end();
    CHECK(builder.records().empty());
    CHECK(builder.batches().empty());
}

TEST_CASE("a shader's compiler message names the file and the line") {
    std::vector<std::string> const files{"box.frag.glsl", "distance.glsl"};
    CHECK(render::name_files("1:12(3): error: oh\n", files) == "distance.glsl:12: error: oh\n");
    CHECK(render::name_files("0(7) : error C1: oh\n", files) == "box.frag.glsl:7: error C1: oh\n");
    CHECK(render::name_files("something else\n", files) == "something else\n");
}

TEST_CASE("an included shader keeps its own line numbers") {
    auto const source =
        render::read_shader(std::filesystem::path(SOURCE_ROOT) / "shaders/box.frag.glsl");
    CHECK(source.files == std::vector<std::string>{"box.frag.glsl", "distance.glsl"});
    CHECK(source.text.find("#line 1 1\n// Signed distances") != std::string::npos);
    CHECK(source.text.find("#line 3 0\n") != std::string::npos);
}

TEST_CASE("a missing shader is refused with its name") {
    CHECK_THROWS_WITH_AS(render::read_shader("nowhere/box.frag.glsl"),
                         doctest::Contains("nowhere/box.frag.glsl"), std::runtime_error);
}
