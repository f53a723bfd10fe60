#include "small_pack.hpp"

#include <doctest/doctest.h>

#include "base/image.hpp"

namespace small_pack {

std::string tiny_png() {
    base::Image image{2, 2, std::vector<std::uint8_t>(16, 200)};
    auto const bytes = base::encode_png(image);
    return {bytes.begin(), bytes.end()};
}

Files files() {
    Files pack;
    pack["room.json"] = R"({
  "format": 1,
  "key": "shop",
  "title": "A small shop",
  "company": "Shop & Sons",
  "language": "en",
  "currency": "EUR",
  "default_period": "2026-09",
  "north_star": {"statement": "Fresh every day.", "rational": ["on time"], "emotional": ["safe", "sure"]},
  "adjectives": ["slow", "kind"],
  "principles": ["Say it once"],
  "commitments": ["I own it"],
  "theme": {"kept": "#205030"}
}
)";
    pack["journeys.csv"] =
        "key,level,title,parent_journey,parent_stage,goal,state\n"
        "L0,0,Living with the shop,,,Eat well,current\n"
        "J1,1,Buy bread,L0,S2,,\n";
    pack["stages.csv"] =
        "journey,key,order,name,inside_name,goal,leader\n"
        "L0,S1,1,I am hungry,Demand,,Ada\n"
        "L0,S2,2,I buy,Sale,,\n"
        "J1,B1,1,I queue,Queue,,\n";
    pack["steps.csv"] =
        "journey,stage,key,order,action,thought\n"
        "J1,B1,b1,1,Stands in line,How long?\n"
        "J1,B1,b2,2,Pays,\n";
    pack["personas.csv"] =
        "key,name,age,summary,needs_rational,needs_emotional,segment_share,portrait\n"
        "amara,Amara Voss,34,Works nights,quick|cheap,calm,0.61,amara.png\n";
    pack["sources.csv"] =
        "key,name,owner,method,cadence_days,last_loaded\n"
        "till,The till,Ada,export,1,2026-10-01\n";
    pack["touchpoints.csv"] =
        "key,title,channel,department,moment_of_truth,class,kano,why,description,media\n"
        "T1,The window,Visit,Shop,no,growth,A,First look,Bread in the window,window.png\n"
        "T2,The queue,Visit|App,Shop,yes,need,O,,,\n"
        "T3,The receipt,,,,,,,,\n";
    pack["placements.csv"] =
        "touchpoint,journey,stage,order,step,core\n"
        "T1,L0,S1,1,,\n"
        "T2,L0,S2,1,,yes\n"
        "T2,J1,B1,1,b1,no\n"
        "T3,J1,B1,2,b2,\n";
    pack["exposures.csv"] = "touchpoint,share,persona,journey\nT1,0.5,,\nT2,1,amara,J1\n";
    pack["promises.csv"] =
        "touchpoint,wording,target_percent,kind,materiality_pp,severity\n"
        "T1,Fresh bread until six,95,right,0.5,2\n"
        "T2,Served within 5 minutes,90,time,,\n";
    pack["observations.csv"] =
        "touchpoint,period,kept,due,unknown,persona,region,channel,source\n"
        "T1,2026-08,95,100,3,,,,till\n"
        "T1,2026-09,96,100,,,,,\n"
        "T1,2026-09,40,50,,,North,,\n"
        "T2,2026-09,80,90,,amara,,App,\n";
    pack["scores.csv"] =
        "touchpoint,subject,score,sd,n,rival,period,source\n"
        "T1,own,7.5,1.8,400,,2026-Q3,till\n"
        "T1,rival,7.1,1.8,400,Bakery,2026-Q3,\n"
        "T1,expected,8,,,,,\n";
    pack["guesses.csv"] =
        "question,level,period,value,journey\nHow many of 100?,leader,2026-Q3,80,J1\n";
    pack["importance.csv"] = "touchpoint,weight_percent,method,n\nT1,60,asked,400\nT2,40,,\n";
    pack["answers.csv"] =
        "value,count,touchpoint,period,scale_min,scale_max\n"
        "4,12,T1,2026-Q3,1,5\n"
        "9.5,3,,,,\n";
    pack["case_outcomes.csv"] = "journey,period,clean,finished\nJ1,2026-Q3,7,9\n";
    pack["baselines.csv"] = "touchpoint,from,reason\nT1,2026-09,The new oven\n";
    pack["efforts.csv"] =
        "touchpoint,measure,period,value,n,source\n"
        "T2,contacts,2026-Q3,1.5,400,\n"
        "T2,minutes,2026-09,7,,\n";
    pack["emotions.csv"] =
        "touchpoint,value,persona,n,assumed,scale_min,scale_max\n"
        "T1,0.5,,400,no,1,5\n"
        "T2,-1.25,amara,,yes,,\n";
    pack["verbatims.csv"] =
        "touchpoint,text,date,persona,channel,sentiment,adjectives,source,invented\n"
        "T1,\"So good, \"\"really\"\"\",2026-09-03,amara,App,2,kind,card at the till,yes\n"
        "T2,\"Waited\ntwice\",,,,-1,slow,,no\n";
    pack["components.csv"] = "key,name,kind,owner\noven,The oven,system,Ada\n";
    pack["blueprint_nodes.csv"] =
        "key,journey,step,lane,text,touchpoint,team,component,fail_point,wait_minutes\n"
        "n1,J1,b1,customer,Stands in line,T2,,,no,4.5\n"
        "n2,J1,b1,support,Bread is baked,,Bakers,oven,yes,\n";
    pack["blueprint_links.csv"] = "from,to,kind\nn2,n1,fails-into\n";
    pack["asset_periods.csv"] =
        "period,opening,gained,won_back,lost,closing,value_gained,value_won_back,value_lost,"
        "recommended,plan_up,plan_down\n"
        "2026-Q2,100,10,1,5,106,20,25,30,3,,\n"
        "2026-Q3,106,10,1,7,110,20,25,30,,4,5\n";
    pack["loss_reasons.csv"] = "period,reason,count,stage,value\n2026-Q3,moved away,7,S2,210\n";
    pack["initiatives.csv"] =
        "code,name,horizon,domain,state,priority,needs,touchpoints,owner,customer_benefit,reach,"
        "fit,cost,effort,risk,class\n"
        "I1,Second till,short,Shop,idea,P1,I2,T2,Ada,8,7,9,3,2,1,quick-win\n"
        "I2,New oven,long,Shop,approved,P2,,T1|T2,,,,,,,,strategic\n";
    pack["tours/walk.json"] = R"({
  "key": "walk",
  "title": "Round the shop",
  "kind": "walk",
  "persona": "amara",
  "stops": [
    {"view": "home", "overlay": "none", "minutes": 2, "title": "All of it", "say": "Look."},
    {"view": "touchpoint:T2", "persona": "amara", "backstage": true, "what": "80 of 90",
     "ask": {"kind": "guess", "question": "How many?", "unit": "of 100", "low": 0, "high": 100}}
  ]
}
)";
    pack["media/amara.png"] = tiny_png();
    pack["media/window.png"] = tiny_png();
    return pack;
}

Files with(Files files, std::string const& name, std::string_view from, std::string_view to) {
    std::string& text = files.at(name);
    std::size_t const at = text.find(from);
    REQUIRE_MESSAGE(at != std::string::npos, from, " is not in ", name);
    text.replace(at, from.size(), to);
    return files;
}

Files with_line(Files files, std::string const& name, std::string_view line) {
    files.at(name) += std::string(line) + "\n";
    return files;
}

exchange::PackResult read(Files files, model::Room const* previous) {
    return exchange::read_pack_files(exchange::memory_files(std::move(files)), "p", previous);
}

std::string printed(exchange::PackResult const& result) {
    std::string text;
    for (exchange::Problem const& problem : result.problems)
        text += exchange::format(problem) + "\n";
    return text;
}

}  // namespace small_pack
