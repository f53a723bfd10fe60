#include <algorithm>
#include <unordered_map>

#include "exchange/event_figures.hpp"
#include "exchange/text_rules.hpp"

namespace exchange {
namespace {

constexpr std::int32_t no_activity = -1;
constexpr std::size_t max_rows = 2'000'000;

// A promise with its activities as the log numbers them.
struct Rule {
    EventPromise const* promise = nullptr;
    std::int32_t activity = no_activity;
    std::int32_t to = no_activity;
};

// What a case has shown of one promise so far.
struct Progress {
    std::int64_t times = 0;  // the activity occurred
    Moment from = 0;
    std::optional<Moment> to;
    SplitNumbers splits = no_splits;  // of the first such event
};

using BrokenBySplit = std::array<std::int64_t, split_kinds>;

struct Verdict {
    bool kept = false;
    Moment when = 0;  // fell due or was kept, whichever was first
};

struct RowKey {
    std::uint32_t promise = 0;
    std::int32_t first_day = 0, last_day = 0;
    std::int32_t split = NameNumbers::none;  // kind * 100,000 + name; none: the total
    friend bool operator==(RowKey const&, RowKey const&) = default;
};

struct RowHash {
    std::size_t operator()(RowKey const& key) const {
        std::uint64_t h = key.promise;
        for (std::int32_t const part : {key.first_day, key.last_day, key.split})
            h = (h ^ static_cast<std::uint32_t>(part)) * 0x9E3779B97F4A7C15ULL;
        return h ^ h >> 32U;
    }
};

constexpr std::int32_t split_stride = 100'000;
constexpr std::int32_t mixed = -3;  // beside NameNumbers: events of a case say different things

base::Period period_of(Moment when, EventMap const& map) {
    std::int64_t const utc_s = when >= 0 ? when / second_us : (when + 1) / second_us - 1;
    std::int64_t const local = utc_s + map.zone.offset_at(utc_s);
    std::int64_t const days = local >= 0 ? local / 86400 : (local + 1) / 86400 - 1;
    base::Date const day{static_cast<std::int32_t>(days)};
    switch (map.period) {
        case PeriodKind::Day:
            return {day, day};
        case PeriodKind::Week: {
            // Monday to Sunday; 1970-01-01 was a Thursday.
            int const weekday = ((day.days + 3) % 7 + 7) % 7;
            return {{day.days - weekday}, {day.days - weekday + 6}};
        }
        case PeriodKind::Month:
            return base::month_of(day);
        case PeriodKind::Quarter:
            return base::quarter_of(day);
        case PeriodKind::Year: {
            int const year = base::to_civil(day).year;
            return {base::to_date({year, 1, 1}), base::to_date({year, 12, 31})};
        }
    }
    return {day, day};
}

class Counter {
public:
    Counter(EventStore& store, EventMap const& map, model::Room const& outline)
        : m_store(store),
          m_map(map),
          m_outline(outline),
          m_progress(map.promises.size()),
          m_ungrouped(map.promises.size()) {
        m_counts.tallies.resize(map.promises.size());
        for (std::size_t i = 0; i < store.activities().size(); ++i)
            m_numbers.emplace(store.activities()[i], static_cast<std::int32_t>(i));
        for (EventPromise const& promise : map.promises) {
            bool const within = promise.rule == PromiseRule::Within;
            m_rules.push_back({&promise, number_of(promise.activity),
                               within ? number_of(promise.to) : no_activity});
        }
        for (std::string const& end : map.ends)
            m_ends.push_back(number_of(end));
    }

    EventCounts count() {
        m_store.rewind();
        while (StoredEvent const* event = m_store.next()) {
            if (m_any && event->in_case != m_last.in_case) end_case();
            add(*event);
        }
        if (m_any) end_case();
        if (m_counts.problem.empty()) finish();
        return std::move(m_counts);
    }

private:
    std::int32_t number_of(std::string const& activity) {
        auto const at = m_numbers.find(activity);
        if (at != m_numbers.end()) return at->second;
        m_counts.unknown_activities.push_back(activity);
        return no_activity;
    }

    void add(StoredEvent const& event) {
        if (!m_any) {
            m_case_splits = event.of_case;
            m_same_splits = no_splits;
            std::fill(m_progress.begin(), m_progress.end(), Progress{});
        }
        m_any = true;
        m_last = event;
        for (std::size_t i = 0; i < split_kinds; ++i) {
            if (m_case_splits[i] == NameNumbers::none) m_case_splits[i] = event.of_case[i];
            if (event.own[i] == NameNumbers::none) continue;
            bool const same =
                m_same_splits[i] == NameNumbers::none || m_same_splits[i] == event.own[i];
            m_same_splits[i] = same ? event.own[i] : mixed;
        }
        for (std::size_t i = 0; i < m_rules.size(); ++i)
            follow(m_rules[i], m_progress[i], event);
    }

    // Of `within` the first start counts, and the first end after it.
    static void follow(Rule const& rule, Progress& progress, StoredEvent const& event) {
        bool const within = rule.promise->rule == PromiseRule::Within;
        if (within && progress.times > 0 && !progress.to && event.activity == rule.to)
            progress.to = event.time;
        if (event.activity != rule.activity) return;
        if (++progress.times > 1) return;
        progress.from = event.time;
        progress.splits = event.own;
    }

    std::optional<Verdict> verdict(Rule const& rule, Progress const& progress, bool finished) {
        switch (rule.promise->rule) {
            case PromiseRule::AtMost:
                if (progress.times == 0) return std::nullopt;
                return Verdict{progress.times <= rule.promise->count, m_last.time};
            case PromiseRule::Reaches:
                if (!finished) return std::nullopt;
                return Verdict{progress.times > 0, m_last.time};
            case PromiseRule::Within:
                break;
        }
        if (progress.times == 0) return std::nullopt;
        Moment const due = progress.from + rule.promise->limit_us;
        if (progress.to && *progress.to <= due) return Verdict{true, *progress.to};
        if (progress.to || due <= m_store.last()) return Verdict{false, due};
        return std::nullopt;
    }

    void end_case() {
        bool const finished = m_ends.empty() || std::find(m_ends.begin(), m_ends.end(),
                                                          m_last.activity) != m_ends.end();
        bool broken = false;
        for (std::size_t i = 0; i < m_rules.size(); ++i) {
            auto const found = verdict(m_rules[i], m_progress[i], finished);
            bool const waits = !found && m_rules[i].promise->rule == PromiseRule::Within &&
                               m_progress[i].times > 0;
            m_counts.tallies[i].not_yet_due += waits ? 1 : 0;
            if (!found) continue;
            broken = broken || !found->kept;
            tally(i, *found);
        }
        ++m_counts.cases;
        m_counts.finished += finished ? 1 : 0;
        m_counts.clean += finished && !broken ? 1 : 0;
        if (finished && m_map.journey) {
            model::CaseOutcome& outcome = m_outcomes[period_of(m_last.time, m_map)];
            ++outcome.finished;
            outcome.clean += broken ? 0 : 1;
        }
        m_any = false;
    }

    // Of the named event, else of the case. A case that does not reach the activity has no such
    // event: what all its events say alike is then its own, or only kept cases would be in groups.
    // A last value among several would be a guess. A `within` or `at-most` that is due always has
    // its event, kept or broken, so what other events say would only blur its groups.
    std::int32_t split_name(std::size_t promise, std::size_t kind) const {
        std::int32_t const own = m_progress[promise].splits[kind];
        if (own != NameNumbers::none) return own;
        if (m_case_splits[kind] != NameNumbers::none) return m_case_splits[kind];
        bool const reaches = m_rules[promise].promise->rule == PromiseRule::Reaches;
        return reaches && m_same_splits[kind] != mixed ? m_same_splits[kind] : NameNumbers::none;
    }

    void tally(std::size_t promise, Verdict const& verdict) {
        base::Period const period = period_of(verdict.when, m_map);
        RowKey key{static_cast<std::uint32_t>(promise), period.first.days, period.last.days,
                   NameNumbers::none};
        add_to(key, verdict.kept);
        m_counts.tallies[promise].due += 1;
        m_counts.tallies[promise].kept += verdict.kept ? 1 : 0;
        for (std::size_t i = 0; i < split_kinds; ++i) {
            std::int32_t const name = split_name(promise, i);
            if (name == NameNumbers::none) {
                m_ungrouped[promise][i] += verdict.kept ? 0 : 1;
                continue;
            }
            key.split = static_cast<std::int32_t>(i) * split_stride + name;
            add_to(key, verdict.kept);
        }
    }

    void add_to(RowKey const& key, bool kept) {
        if (m_rows.size() >= max_rows && !m_rows.contains(key)) {
            m_counts.problem =
                "more than 2,000,000 rows would come of it; split by less, or count in longer "
                "periods";
            return;
        }
        PromiseTally& row = m_rows[key];
        ++row.due;
        row.kept += kept ? 1 : 0;
    }

    // Only of `reaches` a broken case lacks its value because it is broken.
    bool leaves_out(std::size_t promise, std::size_t kind) const {
        return m_rules[promise].promise->rule == PromiseRule::Reaches &&
               m_ungrouped[promise][kind] > 0;
    }

    void tell_ungrouped() {
        for (std::size_t promise = 0; promise < m_ungrouped.size(); ++promise) {
            for (std::size_t i = 0; i < split_kinds; ++i) {
                std::int64_t const broken = m_ungrouped[promise][i];
                if (broken == 0 || m_map.keys.splits[i].empty()) continue;
                m_counts.ungrouped.push_back(
                    {promise, static_cast<SplitBy>(i), broken, leaves_out(promise, i)});
            }
        }
    }

    void finish() {
        tell_ungrouped();
        m_counts.regions = m_outline.regions;
        m_counts.channels = m_outline.observation_channels;
        for (auto const& [key, row] : m_rows) {
            bool const is_split = key.split != NameNumbers::none;
            if (is_split &&
                leaves_out(key.promise, static_cast<std::size_t>(key.split / split_stride)))
                continue;
            model::Observation made;
            made.touchpoint = m_map.promises[key.promise].touchpoint;
            made.period = {{key.first_day}, {key.last_day}};
            made.kept = row.kept;
            made.due = row.due;
            made.source = m_map.source;
            if (is_split && !set_split(made, key.split)) return;
            m_counts.observations.push_back(made);
        }
        std::sort(m_counts.observations.begin(), m_counts.observations.end(),
                  model::before_by_split);
        for (auto const& [period, outcome] : m_outcomes) {
            m_counts.outcomes.push_back({m_map.journey, period, outcome.clean, outcome.finished});
        }
    }

    bool set_split(model::Observation& made, std::int32_t split) {
        auto const kind = static_cast<SplitBy>(split / split_stride);
        std::string const& name =
            m_store.split_names(kind)[static_cast<std::size_t>(split % split_stride)];
        switch (kind) {
            case SplitBy::Persona:
                made.persona = model::find_persona(m_outline, name);
                if (made.persona) return true;
                m_counts.problem = "the split by persona meets " + in_quotes(name) +
                                   ", which is no persona of the room";
                return false;
            case SplitBy::Region:
                made.region = model::RegionId(position(m_counts.regions, m_regions, name));
                return true;
            case SplitBy::Channel:
                made.channel = model::ChannelId(position(m_counts.channels, m_channels, name));
                return true;
        }
        return true;
    }

    static std::size_t position(std::vector<std::string>& names,
                                std::unordered_map<std::string, std::size_t>& known,
                                std::string const& name) {
        if (known.empty()) {
            for (std::size_t i = 0; i < names.size(); ++i)
                known.emplace(names[i], i);
        }
        auto const [at, added] = known.try_emplace(name, names.size());
        if (added) names.push_back(name);
        return at->second;
    }

    EventStore& m_store;
    EventMap const& m_map;
    model::Room const& m_outline;
    std::unordered_map<std::string, std::int32_t> m_numbers;
    std::vector<Rule> m_rules;
    std::vector<std::int32_t> m_ends;
    std::vector<Progress> m_progress;
    std::vector<BrokenBySplit> m_ungrouped;  // by promise: broken cases in no group
    SplitNumbers m_case_splits = no_splits;
    SplitNumbers m_same_splits = no_splits;  // that all events of the case say, or mixed
    StoredEvent m_last;
    bool m_any = false;
    std::unordered_map<RowKey, PromiseTally, RowHash> m_rows;
    std::map<base::Period, model::CaseOutcome> m_outcomes;
    std::unordered_map<std::string, std::size_t> m_regions, m_channels;
    EventCounts m_counts;
};

}  // namespace

EventCounts count_promises(EventStore& store, EventMap const& map, model::Room const& outline) {
    return Counter(store, map, outline).count();
}

}  // namespace exchange
