// The single words that names of lanes are made of, by what they mean, in English, French and
// German. Add a word here in its natural spelling; case, accents, plural s and German endings make
// no difference, and parts of German compounds are found. Must not know how they are put together.
// Used by matrix_lane_grammar.cpp.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace exchange {

enum class Sense : std::uint32_t {
    Customer = 1U << 0U,
    Staff = 1U << 1U,
    Act = 1U << 2U,
    Process = 1U << 3U,
    System = 1U << 4U,
    Technology = 1U << 5U,
    Support = 1U << 6U,
    Internal = 1U << 7U,
    Front = 1U << 8U,
    Back = 1U << 9U,
    FrontSide = 1U << 10U,  // "front", "avant": only beside what has a front
    BackSide = 1U << 11U,
    Stage = 1U << 12U,
    Facing = 1U << 13U,
    Not = 1U << 14U,
    Feeling = 1U << 15U,
    Thought = 1U << 16U,
    Evidence = 1U << 17U,
    Policy = 1U << 18U,
    Pain = 1U << 19U,
    Opportunity = 1U << 20U,
    Quote = 1U << 21U,
    Phase = 1U << 22U,
    Point = 1U << 23U,
    Interaction = 1U << 24U,
    Toward = 1U << 25U,  // "by", "pour", "für": whoever follows is the one who sees
    Physical = 1U << 26U,
    Filler = 1U << 27U,
    Step = 1U << 28U,
    Seen = 1U << 29U,
    Goal = 1U << 30U,
    Measure = 1U << 31U
};

struct SenseWords {
    Sense sense;
    std::string_view words;
};

inline constexpr std::array sense_word_table = std::to_array<SenseWords>({
    {Sense::Customer,
     "customer|client|user|guest|patient|citizen|passenger|traveller|traveler|visitor|member|"
     "student|pupil|resident|applicant|buyer|shopper|consumer|tenant|policyholder|claimant|"
     "subscriber|learner|taxpayer|candidate|rider|cardholder|donor|enduser|"
     "cliente|clientele|usager|usagère|utilisateur|utilisatrice|patiente|citoyen|citoyenne|"
     "passager|"
     "passagère|voyageur|visiteur|membre|étudiant|élève|habitant|demandeur|acheteur|consommateur|"
     "locataire|assuré|abonné|adhérent|bénéficiaire|contribuable|allocataire|administré|"
     "kunde|kundin|nutzer|nutzerin|nutzende|anwender|benutzer|gast|gäste|patient|patientin|bürger|"
     "bürgerin|fahrgast|fahrgäste|passagier|reisender|reisende|besucher|mitglied|studierende|"
     "bewohner|einwohner|antragsteller|antragstellende|käufer|verbraucher|konsument|mieter|"
     "versicherte|versicherter|teilnehmer|teilnehmende|klient"},
    {Sense::Staff,
     "employee|staff|personnel|worker|colleague|crew|adviser|advisor|agent|provider|nurse|clerk|"
     "clinician|officer|operator|representative|rep|person|team|role|company|organisation|"
     "organization|frontliner|"
     "employé|employée|salarié|collaborateur|collaboratrice|équipe|conseiller|intervenant|soignant|"
     "entreprise|prestataire|opérateur|guichetier|"
     "mitarbeiter|mitarbeiterin|mitarbeitende|personal|angestellte|beschäftigte|berater|anbieter|"
     "unternehmen|kollege|verkäufer|sachbearbeiter|pflegekraft|"
     "empleado|empleada|medewerker|medewerkers|personeel|dipendente|dipendenti"},
    {Sense::Act,
     "action|activity|activities|task|step|behaviour|behavior|doing|does|do|done|work|journey|"
     "pathway|happens|happen|operation|"
     "activité|tâche|geste|démarche|comportement|parcours|fait|faire|font|étape|"
     "aktion|aktivität|handlung|schritt|tätigkeit|aufgabe|verhalten|tun|tut|macht|machen|reise|"
     "pfad|leistung"},
    {Sense::Step, "step|schritt"},
    {Sense::Seen, "visible|sichtbar"},
    {Sense::Interaction, "interaction|interaktion|échange|kommunikation|communication"},
    {Sense::Process,
     "process|processes|procedure|workflow|processus|procédure|procédé|prozess|ablauf|abläufe|"
     "vorgang|vorgänge|verfahren"},
    {Sense::System,
     "system|tool|software|application|infrastructure|database|platform|it|data|système|outil|"
     "logiciel|plateforme|informatique|systeme|werkzeug|plattform|infrastruktur|anwendung|edv"},
    {Sense::Technology,
     "technology|technologies|tech|digital|technological|technologie|technologique|numérique|"
     "technik|technisch|digitale"},
    {Sense::Support,
     "support|supporting|supportive|enabling|enabler|soutien|appui|assistance|unterstützung|"
     "unterstützend|unterstützende|hilfs|sekundär"},
    {Sense::Internal, "internal|inhouse|interne|intern|innerbetrieblich"},
    {Sense::Front,
     "frontstage|onstage|frontline|frontoffice|frontend|foh|foreground|avantscène|vorderbühne|"
     "vordergrund|devant"},
    {Sense::Back,
     "backstage|offstage|backoffice|backend|boh|backroom|coulisse|arrièrescène|arrièreplan|"
     "hinterbühne|hintergrund|behind|hinter|derrière|invisible|unsichtbar|hidden|verdeckt|"
     "arrièreboutique|versteckt"},
    {Sense::FrontSide, "front|avant|vor|vorder|vordere|vorne|on|auf|sur"},
    {Sense::BackSide, "back|off|arrière|hors|hintere|hinten"},
    {Sense::Stage, "stage|scene|scène|bühne|kulisse|house|office|end|boutique|plan|guichet"},
    {Sense::Facing,
     "facing|contact|kontakt|kundenkontakt|seitig|seitige|gerichtet|kontaktpersonal|accueil|"
     "guichet|reception|empfang|schalter"},
    {Sense::Not, "not|non|nicht|pas|no|never|ohne|sans|without"},
    {Sense::Feeling,
     "emotion|emotional|feeling|feel|mood|sentiment|experience|émotion|émotionnel|émotionnelle|"
     "ressenti|ressent|humeur|expérience|vécu|gefühl|stimmung|empfindung|erlebnis|erlebnisse|"
     "erleben|"
     "emotionale|emotionaler|fühlt|erfahrung"},
    {Sense::Thought,
     "thought|thinking|think|mindset|question|expectation|attente|erwartung|pensée|pense|pensent|"
     "réflexion|gedanke|denkt|denken|"
     "überlegung|frage"},
    {Sense::Evidence,
     "evidence|proof|prop|cue|cues|artefact|artifact|tangible|touch|preuve|évidence|manifestation|"
     "matériel|"
     "matérielle|beleg|nachweis|nachweise|evidenz|beweis|beweismittel|artefakt|anhaltspunkt|"
     "erscheinungsbild|greifbar|materielle|materiell"},
    {Sense::Physical, "physical|physique|physisch|physische"},
    {Sense::Policy,
     "policy|policies|rule|regulation|regulatory|regulator|compliance|governance|legal|law|"
     "règle|règlement|réglementaire|réglementation|politique|légal|légale|juridique|conformité|"
     "directive|richtlinie|regel|vorschrift|vorgabe|gesetzlich|gesetzliche|rechtlich|rechtliche|"
     "gesetz|recht"},
    {Sense::Pain,
     "pain|friction|frustration|barrier|obstacle|problem|issue|blocker|irritant|frein|problème|"
     "douleur|difficulté|blocage|schmerz|reibung|hürde|barriere|frust"},
    {Sense::Opportunity,
     "opportunity|opportunities|idea|improvement|solution|recommendation|hmw|opportunité|idée|"
     "amélioration|piste|axe|recommandation|chance|idee|verbesserung|potenzial|potential|"
     "optimierung|lösungsansatz|lösungsansätze|lösung"},
    {Sense::Quote, "quote|verbatim|citation|zitat"},
    {Sense::Goal,
     "goal|objective|need|want|objectif|besoin|souhait|ziel|bedürfnis|bedürfnisse|anliegen|wunsch"},
    {Sense::Measure,
     "rate|volume|taux|anzahl|menge|kpi|metric|measure|duration|time|wait|waiting|nps|csat|cost|"
     "indicateur|mesure|durée|délai|"
     "temps|coût|kennzahl|messgröße|dauer|zeit|wartezeit|kosten"},
    {Sense::Phase, "phase|etappe"},
    {Sense::Point, "point|punkt"},
    {Sense::Toward, "by|for|from|with|par|pour|avec|au|aux|von|vom|für|durch|im|mit|den|dem"},
    {Sense::Filler,
     "core|central|external|self|selfservice|third|party|vendor|shared|legacy|completion|success|"
     "succès|min|minute|hour|year|month|"
     "week|day|"
     "externe|zentrale|what|how|who|where|that|which|is|are|our|your|we|i|in|at|don|s|main|key|"
     "service|business|"
     "public|"
     "direct|direkt|directe|other|overview|area|part|zone|domain|lane|swimlane|row|layer|level|"
     "name|people|human|person|employeeside|requirement|optional|curve|response|score|"
     "que|qui|quoi|ce|se|pose|vue|vu|métier|cadre|partie|niveau|couloir|contrainte|courbe|"
     "rencontré|"
     "principal|principale|principaux|autre|dans|est|sont|"
     "was|wie|wer|wo|sich|ist|sind|es|bereich|ebene|bahn|grundlage|unsere|kurve|weitere|andere|"
     "wichtige|zentrale"},
});

}  // namespace exchange
