// The table of lane words: add a synonym here, in its natural spelling, and nowhere
// else. Case, accents, punctuation, numbering, plural s and small words ("of", "du", "der") make no
// difference, so one spelling of each is enough. Must not know how words are compared. Used by
// matrix_words.cpp.
#pragma once

#include <array>
#include <string_view>

#include "exchange/matrix_words.hpp"

namespace exchange {

// The first words of a lane are what export writes.
inline constexpr std::array lane_word_table = std::to_array<LaneWords>({
    {LaneRole::Evidence, "en",
     "Physical evidence|Evidence|Props|Prop|Physical props|Artefacts|Artifacts|Tangibles|"
     "Tangible evidence|Visible evidence|Physical evidences|Things customers see|What customers "
     "see|"
     "What the customer sees|What the customer sees and touches"},
    {LaneRole::Evidence, "fr",
     "Preuves|Preuves physiques|Preuve tangible|Preuves tangibles|Preuves matérielles|"
     "Éléments tangibles|Éléments visibles|Éléments physiques|Indices physiques|"
     "Supports physiques|Supports visibles|Support physique|Accessoires"},
    {LaneRole::Evidence, "de",
     "Sichtbare Elemente|Sichtbare Belege|Physische Belege|Physische Evidenz|Physische Nachweise|"
     "Physische Elemente|Materielle Elemente|Materielles Umfeld|Greifbare Elemente|Nachweise|"
     "Belege|Evidenz|Requisiten|Physische Beweise"},
    {LaneRole::Evidence, "es",
     "Evidencia física|Evidencias físicas|Evidencia|Evidencias|Elementos tangibles|Soportes "
     "físicos"},
    {LaneRole::Evidence, "nl",
     "Fysiek bewijs|Fysieke bewijzen|Tastbaar bewijs|Bewijs|Bewijzen|Fysieke elementen"},
    {LaneRole::Evidence, "it",
     "Evidenze fisiche|Evidenza fisica|Prove fisiche|Prove tangibili|Elementi tangibili"},

    {LaneRole::Customer, "en",
     "Customer actions|Customer|Customers|Customer journey|Customer steps|Customer activities|"
     "User actions|User|User activities|User journey|Client actions|Guest actions|Patient actions|"
     "Citizen actions|Passenger actions|Doing|What they do|What customers do|"
     "What the customer does|Customer does|Customer behaviour|Customer behavior|Behaviour|"
     "Behavior"},
    {LaneRole::Customer, "fr",
     "Actions du client|Actions client|Actions des clients|Client|Clients|Parcours client|"
     "Actions de l'utilisateur|Actions utilisateur|Actions de l'usager|Usager|Utilisateur|"
     "Ce que fait le client|Le client fait|Faire|Ce qu'il fait|Activités du client|"
     "Comportement du client|Gestes du client"},
    {LaneRole::Customer, "de",
     "Kundenaktionen|Kundenaktion|Kundenhandlungen|Kundenhandlung|Kundenaktivitäten|"
     "Kundenaktivität|Kunde|Kunden|Kundin|Kundensicht|Handlungen des Kunden|Aktionen des Kunden|"
     "Aktivitäten des Kunden|Nutzeraktionen|Nutzerhandlungen|Was der Kunde tut|Kunde tut|Tun|"
     "Kundenverhalten|Kundenschritte|Nutzer"},
    {LaneRole::Customer, "es",
     "Acciones del cliente|Acciones de los clientes|Acciones del usuario|Usuario|Usuarios"},
    {LaneRole::Customer, "nl",
     "Klantacties|Klantactie|Acties van de klant|Handelingen van de "
     "klant|Klant|Klanten|Klantreis|Gebruikersacties"},
    {LaneRole::Customer, "it",
     "Azioni del cliente|Azioni cliente|Azioni dei clienti|Azioni dell'utente"},

    {LaneRole::Frontstage, "en",
     "Frontstage|Frontstage actions|Frontstage people|Front stage|Front-stage actions|Onstage|"
     "Onstage actions|On stage|Onstage contact employee actions|Contact employee actions|"
     "Contact employees|Visible contact employee actions|Visible employee actions|"
     "Frontstage employee actions|Frontline|Front line|Frontline staff|Frontline actions|"
     "Front office|Employee actions|Staff actions|Frontstage interactions|Frontstage contact"},
    {LaneRole::Frontstage, "fr",
     "Avant-scène|Actions en avant-scène|Actions d'avant-scène|Sur scène|Actions sur scène|"
     "Scène|Front-office|Actions visibles|Actions visibles du personnel|Personnel en contact|"
     "Actions du personnel en contact|Personnel de contact|Actions des employés|"
     "Actions des collaborateurs|Interactions visibles|Partie visible"},
    {LaneRole::Frontstage, "de",
     "Vor der Bühne|Auf der Bühne|Vorderbühne|Onstage-Aktionen|Frontstage-Aktionen|"
     "Sichtbare Mitarbeiteraktionen|Sichtbare Aktionen|Sichtbare Handlungen|"
     "Sichtbare Mitarbeiterhandlungen|Mitarbeiteraktionen|Mitarbeiterhandlungen|"
     "Kontaktpersonal|Handlungen des Kontaktpersonals|Mitarbeiter mit Kundenkontakt|"
     "Sichtbare Anbieteraktivitäten|Onstage-Aktivitäten|Frontstage-Aktivitäten"},
    {LaneRole::Frontstage, "es",
     "Interacción visible|Interacciones visibles|Acciones visibles del personal|Acciones visibles "
     "del empleado|Acciones en "
     "escena|Personal de contacto|Acciones del personal de contacto|Primera línea"},
    {LaneRole::Frontstage, "nl",
     "Zichtbare acties|Zichtbare medewerker|Zichtbare medewerkers|Zichtbare medewerkersacties|Voor "
     "de schermen|Contactmedewerkers|Medewerkers met klantcontact"},
    {LaneRole::Frontstage, "it",
     "Azioni visibili|Azioni visibili del personale|Interazioni visibili|Personale a "
     "contatto|Personale di contatto"},

    {LaneRole::Technology, "en",
     "Technology|Frontstage technology|Onstage technology|Onstage tech|Front-stage tech|"
     "Frontstage tech|Tech|Digital|Digital frontstage|Frontstage systems|Customer-facing "
     "technology|Onstage technology actions|Visible technology"},
    {LaneRole::Technology, "fr",
     "Technologie|Technologies|Technologie visible|Technologie en avant-scène|Numérique|"
     "Outils numériques|Technologies en contact"},
    {LaneRole::Technology, "de",
     "Technologie|Technologien|Technik|Sichtbare Technik|Sichtbare Technologie|"
     "Onstage-Technologie|Frontstage-Technologie|Digitale Systeme"},
    {LaneRole::Technology, "es", "Tecnología|Tecnologías|Tecnología visible"},
    {LaneRole::Technology, "nl", "Zichtbare technologie"},
    {LaneRole::Technology, "it", "Tecnologia|Tecnologie|Tecnologia visibile"},

    {LaneRole::Backstage, "en",
     "Backstage|Backstage actions|Back stage|Back-stage|Backstage people|Off stage|Offstage|"
     "Backstage contact employee actions|Invisible contact employee actions|"
     "Invisible employee actions|Backstage employee actions|Back office|Behind the scenes|"
     "Backstage processes|Backstage activities|Backstage interactions"},
    {LaneRole::Backstage, "fr",
     "Arrière-scène|Actions en arrière-scène|Actions d'arrière-scène|En coulisses|Coulisses|"
     "Actions en coulisses|Back-office|Actions invisibles|Actions invisibles du personnel|"
     "Hors scène|Derrière la scène|Arrière-plan|Partie invisible|Hors contact|Personnel hors "
     "contact|Employés hors contact|Actions des employés hors contact|Actions du personnel hors "
     "contact|Ce que le client ne voit pas"},
    {LaneRole::Backstage, "de",
     "Hinter der Bühne|Hinterbühne|Backstage-Aktionen|Backstage-Aktivitäten|Hintergrund|"
     "Unsichtbare Mitarbeiteraktionen|Unsichtbare Aktionen|Unsichtbare Handlungen|"
     "Unsichtbare Mitarbeiterhandlungen|Hintergrundprozesse|Hinter den Kulissen|"
     "Unsichtbare Anbieteraktivitäten|Backstage-Handlungen"},
    {LaneRole::Backstage, "es",
     "Interacción invisible|Interacciones invisibles|Acciones invisibles del personal|Acciones no "
     "visibles|Acciones no visibles del empleado|Tras "
     "bambalinas|Entre bastidores|Detrás de escena|Detrás del escenario|Trastienda"},
    {LaneRole::Backstage, "nl",
     "Onzichtbare acties|Onzichtbare medewerker|Onzichtbare medewerkers|Onzichtbare "
     "medewerkersacties|Achter de schermen"},
    {LaneRole::Backstage, "it",
     "Azioni invisibili|Azioni invisibili del personale|Interazioni invisibili|Dietro le "
     "quinte|Retroscena"},

    {LaneRole::Support, "en",
     "Support processes|Support|Support process|Supporting processes|Support systems|"
     "Supporting systems|Support actions|Systems|IT systems|Internal processes|"
     "Internal systems|Backstage systems|Backstage technology|Systems and processes|"
     "Support services|Internal services|Partners and suppliers|Suppliers and "
     "partners|Partners|Suppliers|Third parties|3rd parties|"
     "Third party|3rd party|External partners|Enablers"},
    {LaneRole::Support, "fr",
     "Processus de soutien|Processus support|Processus supports|Processus de support|"
     "Processus internes|Systèmes|Systèmes de soutien|Systèmes de support|Systèmes internes|"
     "Fonctions support|Soutien|Processus d'appui|Activités de soutien|Systèmes d'information|SI|"
     "Services internes|Partenaires|Prestataires|Prestataires externes|Fournisseurs"},
    {LaneRole::Support, "de",
     "Unterstützungsprozesse|Unterstützende Prozesse|Unterstützungsprozess|Supportprozesse|"
     "Support-Prozesse|Interne Prozesse|Systeme|IT-Systeme|Unterstützende Systeme|"
     "Unterstützung|Interne Systeme|Hilfsprozesse|Sekundärprozesse|Unterstützungssysteme|"
     "Interne Dienste|Partner|Externe Partner|Dienstleister|Lieferanten"},
    {LaneRole::Support, "es",
     "Procesos de apoyo|Procesos de soporte|Procesos internos|Sistemas|Sistemas "
     "internos|Soporte|Apoyo"},
    {LaneRole::Support, "nl",
     "Ondersteunende processen|Ondersteunend proces|Ondersteunende systemen|Ondersteunend "
     "systeem|Ondersteuning|Systemen|Interne processen|Interne systemen"},
    {LaneRole::Support, "it",
     "Processi di supporto|Processi interni|Sistemi|Sistemi interni|Supporto"},

    {LaneRole::Policy, "en",
     "Policy|Policies|Policies and rules|Policy and rules|Rules|Regulations|Regulation|"
     "Policies and regulations|Rules and regulations|Business rules|Governance|Compliance"},
    {LaneRole::Policy, "fr",
     "Règles|Règle|Règlements|Réglementation|Politique|Politiques|Règles et politiques|"
     "Règles de gestion|Directives|Consignes|Conformité"},
    {LaneRole::Policy, "de",
     "Richtlinien|Richtlinie|Regeln|Regelungen|Vorschriften|Vorgaben|Vorgaben und Richtlinien|"
     "Regelwerk|Geschäftsregeln|Gesetze und Richtlinien"},
    {LaneRole::Policy, "es", "Políticas|Política|Normas|Normativa|Reglas"},
    {LaneRole::Policy, "nl", "Beleid|Regels|Regelgeving|Richtlijnen"},
    {LaneRole::Policy, "it", "Regole|Politiche|Normative"},

    {LaneRole::Employee, "en",
     "Employee experience|Employee emotions|Employee feelings|Employee emotion|Staff experience|"
     "Employee journey|Staff feelings|How staff feel|Employee thoughts"},
    {LaneRole::Employee, "fr",
     "Expérience employé|Expérience des employés|Expérience collaborateur|"
     "Expérience des collaborateurs|Émotions des employés|Ressenti des employés|"
     "Ressenti collaborateur|Vécu des équipes"},
    {LaneRole::Employee, "de",
     "Mitarbeitererlebnis|Mitarbeitererfahrung|Mitarbeiteremotionen|Erlebnis der Mitarbeiter|"
     "Mitarbeitergefühle|Mitarbeitersicht|Mitarbeiterperspektive|Stimmung der Mitarbeiter"},
    {LaneRole::Employee, "es", "Experiencia del empleado|Experiencia de los empleados"},
    {LaneRole::Employee, "nl", "Medewerkerservaring|Medewerkersbeleving"},
    {LaneRole::Employee, "it", "Esperienza dei dipendenti"},

    {LaneRole::Thought, "en",
     "Thoughts|Thought|Thinking|Customer thoughts|What they think|What customers think|"
     "Thoughts and feelings|Thinking and feeling|Thoughts and emotions|Mindset|Mindsets|"
     "Questions|Customer thinks|Thinks|Expectations|Customer questions"},
    {LaneRole::Thought, "fr",
     "Pensées|Pensée|Pense|Penser|Réflexions|Ce que pense le client|Ce qu'il pense|"
     "Pensées et émotions|Pensées et ressentis|État d'esprit|Questions que se pose le client|"
     "Attentes"},
    {LaneRole::Thought, "de",
     "Gedanken|Gedanke|Denken|Denkt|Was der Kunde denkt|Kunde denkt|Gedanken und Gefühle|"
     "Gedanken und Emotionen|Überlegungen|Fragen|Fragen des Kunden|Erwartungen"},
    {LaneRole::Thought, "es", "Pensamientos|Pensamiento|Qué piensa|Qué piensa el cliente"},
    {LaneRole::Thought, "nl", "Gedachten|Gedachte|Wat de klant denkt"},
    {LaneRole::Thought, "it", "Pensieri|Pensiero"},

    {LaneRole::Touchpoint, "en",
     "Touchpoints|Touchpoint|Touch points|Touch-point|Contact points|Points of contact|"
     "Customer touchpoints|Digital touchpoints|Physical touchpoints|Moments of contact"},
    {LaneRole::Touchpoint, "fr",
     "Points de contact|Point de contact|Points de contacts|Touchpoints clients"},
    {LaneRole::Touchpoint, "de",
     "Kontaktpunkte|Kontaktpunkt|Berührungspunkte|Berührungspunkt|Kundenkontaktpunkte"},
    {LaneRole::Touchpoint, "es", "Puntos de contacto|Punto de contacto"},
    {LaneRole::Touchpoint, "nl", "Contactpunten|Contactpunt|Contactmomenten"},
    {LaneRole::Touchpoint, "it", "Punti di contatto|Punto di contatto"},

    {LaneRole::Goal, "en",
     "Goal|Goals|Customer goal|Customer goals|User goals|Customer needs|Needs|Jobs to be done"},
    {LaneRole::Goal, "fr",
     "Objectif|Objectifs|Objectifs du client|Objectif client|Besoins|Besoins du client"},
    {LaneRole::Goal, "de", "Ziel|Ziele|Kundenziele|Kundenziel|Bedürfnisse|Kundenbedürfnisse"},
    {LaneRole::Goal, "es", "Objetivos|Objetivo|Objetivos del cliente|Necesidades"},
    {LaneRole::Goal, "nl", "Doelen|Doel|Behoeften"},
    {LaneRole::Goal, "it", "Obiettivi|Obiettivo|Bisogni"},

    {LaneRole::StageNumber, "en",
     "Phase number|Phase no|Phase order|Stage number|Stage no|Stage order"},
    {LaneRole::StageNumber, "fr", "Numéro de phase|Ordre de phase|Ordre des phases"},
    {LaneRole::StageNumber, "de", "Phasennummer|Phase Nr.|Phasen-Nr.|Reihenfolge der Phasen"},

    {LaneRole::Phase, "en",
     "Phase|Phases|Stage|Stages|Episode|Episodes|Section|Sections|Milestone|Milestones|"
     "Journey phase|Journey phases|Journey stage|Journey stages|Customer journey phases|"
     "Customer journey stages|Lifecycle stage|Service stage|Service stages|"
     "Stage of journey|Stages of the journey|Stage in journey|Stage name|Phase name"},
    {LaneRole::Phase, "fr",
     "Phase du parcours|Étapes|Étape|Étape du parcours|Étapes du parcours|Grandes étapes|"
     "Séquence|Séquences|Jalons"},
    {LaneRole::Phase, "de",
     "Phase der Reise|Phasen|Abschnitt|Abschnitte|Etappe|Etappen|Stufe|Stufen|Episoden|"
     "Meilensteine|Customer-Journey-Phasen|Kundenreisephasen"},
    {LaneRole::Phase, "es", "Fase|Fases|Etapa|Etapas"},
    {LaneRole::Phase, "nl", "Fasen|Stadium|Stadia"},
    {LaneRole::Phase, "it", "Fasi"},

    {LaneRole::Step, "en",
     "Step|Steps|Journey step|Journey steps|Substage|Substages|Sub-phase|Sub-phases|Moment|"
     "Moments|Step name"},
    {LaneRole::Step, "fr", "Sous-étapes|Sous-étape|Pas|Sous-phases|Détail des étapes|Moments clés"},
    {LaneRole::Step, "de",
     "Schritt|Schritte|Einzelschritte|Teilschritte|Prozessschritte|Prozessschritt|Unterphasen|"
     "Journey-Schritte|Arbeitsschritte"},
    {LaneRole::Step, "es", "Paso|Pasos"},
    {LaneRole::Step, "nl", "Stap|Stappen|Deelstappen"},
    {LaneRole::Step, "it", "Passaggio|Passaggi|Passo|Passi"},

    {LaneRole::Activity, "en", "Actions|Action|Activities|Activity|Tasks|Task"},
    {LaneRole::Activity, "fr", "Activités|Activité|Tâches|Tâche"},
    {LaneRole::Activity, "de",
     "Aktionen|Aktion|Aktivitäten|Aktivität|Handlungen|Handlung|Aufgaben|Tätigkeiten"},
    {LaneRole::Activity, "es", "Acciones|Actividades|Tareas"},
    {LaneRole::Activity, "nl", "Acties|Activiteiten|Taken"},
    {LaneRole::Activity, "it", "Azioni|Attività"},

    {LaneRole::Line, "en",
     "Line of interaction|Line of visibility|Line of internal interaction|Interaction line|"
     "Visibility line|Internal interaction line|Line of implementation|Line of order penetration"},
    {LaneRole::Line, "fr",
     "Ligne d'interaction|Ligne de visibilité|Ligne d'interaction interne|"
     "Ligne d'interactions internes|Ligne interne d'interaction|Ligne de mise en œuvre"},
    {LaneRole::Line, "de",
     "Interaktionslinie|Sichtbarkeitslinie|Interne Interaktionslinie|Linie der Interaktion|"
     "Linie der Sichtbarkeit|Linie der internen Interaktion|Sichtbarkeitsgrenze|"
     "Linie der Kundeninteraktion|Kundeninteraktionslinie|Implementierungslinie|"
     "Linie der internen Kommunikation"},
    {LaneRole::Line, "es",
     "Línea de interacción|Línea de visibilidad|Línea de interacción interna"},
    {LaneRole::Line, "nl",
     "Interactielijn|Zichtbaarheidslijn|Interne interactielijn|Lijn van interactie|Lijn van "
     "zichtbaarheid|Lijn van interne interactie"},
    {LaneRole::Line, "it", "Linea di interazione|Linea di visibilità|Linea di interazione interna"},

    {LaneRole::Feeling, "en",
     "Feelings|Feeling|Emotions|Emotion|Emotional experience|Emotional journey|Emotion curve|"
     "Emotion score|Sentiment|Mood|How they feel|What they feel|Customer emotions|"
     "Customer feelings|Satisfaction|Experience|Emotional state"},
    {LaneRole::Feeling, "fr",
     "Émotions|Émotion|Ressenti|Ressentis|Sentiments|Ressentir|Courbe émotionnelle|"
     "Ce que ressent le client|Humeur|Expérience émotionnelle|Émotions du client"},
    {LaneRole::Feeling, "de",
     "Gefühle|Gefühl|Emotionen|Fühlen|Stimmung|Empfindungen|Emotionskurve|Was der Kunde fühlt|"
     "Kundenemotionen|Zufriedenheit|Emotionale Kurve"},
    {LaneRole::Feeling, "es", "Emociones|Emoción|Sentimientos|Qué siente"},
    {LaneRole::Feeling, "nl", "Emoties|Emotie|Gevoel|Gevoelens|Stemming|Beleving"},
    {LaneRole::Feeling, "it", "Emozioni|Emozione|Sentimenti"},

    {LaneRole::Quote, "en",
     "Quotes|Quote|Verbatims|Verbatim|Customer quotes|Voice of the customer|Saying|"
     "What they say|What customers say"},
    {LaneRole::Quote, "fr", "Citations|Verbatims clients|Paroles de clients|Voix du client|Dire"},
    {LaneRole::Quote, "de", "Zitate|Zitat|Kundenzitate|Kundenstimmen|O-Töne|Stimme des Kunden"},

    {LaneRole::Pain, "en",
     "Pain points|Pain point|Pains|Pain|Frictions|Friction|Barriers|Barrier|Problems|Problem|"
     "Frustrations|Issues|Challenges|Gains|Gain points|Delights|Pains and gains|"
     "Highs and lows"},
    {LaneRole::Pain, "fr",
     "Points de douleur|Points de friction|Irritants|Irritant|Freins|Problèmes|"
     "Points de frustration|Difficultés|Points forts|Points faibles"},
    {LaneRole::Pain, "de",
     "Schmerzpunkte|Schmerzpunkt|Probleme|Hürden|Reibungspunkte|Barrieren|Frustpunkte|"
     "Herausforderungen|Schwachstellen"},
    {LaneRole::Pain, "es", "Puntos de dolor|Dolores|Frustraciones|Fricciones"},
    {LaneRole::Pain, "nl", "Pijnpunten|Pijnpunt|Knelpunten|Problemen"},
    {LaneRole::Pain, "it", "Punti critici|Problemi|Criticità"},

    {LaneRole::Opportunity, "en",
     "Opportunities|Opportunity|Ideas|Idea|How might we|Improvements|Solutions|Insights|"
     "Opportunity areas|Recommendations|Next steps"},
    {LaneRole::Opportunity, "fr",
     "Opportunités|Opportunité|Idées|Pistes d'amélioration|Améliorations|Comment pourrions-nous|"
     "Recommandations"},
    {LaneRole::Opportunity, "de",
     "Chancen|Chance|Ideen|Idee|Verbesserungen|Verbesserungspotenziale|Potenziale|"
     "Lösungsideen|Maßnahmen|Empfehlungen|Wie könnten wir"},
    {LaneRole::Opportunity, "es", "Oportunidades|Oportunidad|Mejoras"},
    {LaneRole::Opportunity, "nl", "Kansen|Kans|Ideeën|Verbeteringen"},
    {LaneRole::Opportunity, "it", "Opportunità|Miglioramenti|Idee"},

    {LaneRole::Channel, "en", "Channels|Channel|Devices|Media|Medium"},
    {LaneRole::Channel, "fr", "Canaux|Canal|Appareils|Médias"},
    {LaneRole::Channel, "de", "Kanäle|Kanal|Geräte|Medien"},
    {LaneRole::Channel, "es", "Canales"},
    {LaneRole::Channel, "nl", "Kanalen|Kanaal"},
    {LaneRole::Channel, "it", "Canali|Canale"},

    {LaneRole::Measure, "en",
     "Metrics|Metric|KPI|KPIs|Measures|Measure|Time|Duration|Timing|Score|Scores|NPS|CSAT|"
     "Importance|Data|Time spent|Cost|Costs|Wait|Wait time|Wait times|Waiting time|Waiting times|"
     "Lead time|Cycle time|Service level|SLA"},
    {LaneRole::Measure, "fr",
     "Indicateurs|Indicateur|Mesures|Durée|Durées|Temps|Délais|Délai|Coûts|"
     "Temps d'attente|Indicateurs de performance"},
    {LaneRole::Measure, "de",
     "Kennzahlen|Kennzahl|Messgrößen|Dauer|Zeit|Zeiten|Zeitbedarf|Kosten|Wichtigkeit|Wartezeit|"
     "Wartezeiten|Durchlaufzeit"},
    {LaneRole::Measure, "es", "Métricas|Indicadores|Tiempo|Tiempos|Tiempo de espera"},
    {LaneRole::Measure, "nl", "Wachttijd|Doorlooptijd|Duur|Tijd"},
    {LaneRole::Measure, "it", "Metriche|Indicatori|Tempi|Tempo di attesa"},

    {LaneRole::Marking, "en",
     "Fail points|Fail point|Failure points|Failure point|Failures|Points of failure|Risks|"
     "Moments of truth|Moment of truth|Critical moments|Critical moment|Moments that matter"},
    {LaneRole::Marking, "fr",
     "Points de défaillance|Point de défaillance|Points de rupture|Risques|Moments de vérité|"
     "Moment de vérité|Moments critiques"},
    {LaneRole::Marking, "de",
     "Fehlerpunkte|Fehlerstellen|Fehlerquellen|Risiken|Momente der Wahrheit|Kritische Momente|"
     "Moment der Wahrheit"},

    {LaneRole::Owner, "en",
     "Owner|Owners|Ownership|Responsible|Responsibility|Internal ownership|Department|"
     "Departments|Team|Teams|Teams involved|Roles|Role|Actors|Actor|Who|Stakeholders|Stakeholder"},
    {LaneRole::Owner, "fr",
     "Responsable|Responsables|Propriétaire|Service responsable|Départements|Équipe|Équipes|"
     "Acteurs|Acteur|Qui|Parties prenantes|Équipes impliquées"},
    {LaneRole::Owner, "de",
     "Verantwortlich|Verantwortliche|Verantwortung|Zuständig|Zuständigkeit|Abteilung|"
     "Abteilungen|Rollen|Rolle|Akteure|Akteur|Wer|Beteiligte|Stakeholder"},
    {LaneRole::Owner, "es", "Responsables del paso|Departamento|Equipo"},
    {LaneRole::Owner, "nl", "Verantwoordelijke|Verantwoordelijken|Afdeling|Eigenaar"},
    {LaneRole::Owner, "it", "Responsabile|Responsabili|Reparto"},

    {LaneRole::Numbering, "en", "No|No.|Nr|Number|ID|Index|Order|Step no|Step number|Step order"},
    {LaneRole::Numbering, "fr", "N°|Numéro|Num|Ordre"},
    {LaneRole::Numbering, "de", "Nummer|Lfd. Nr.|Reihenfolge|Schritt Nr."},
    {LaneRole::Numbering, "es", "Núm.|Orden"},
    {LaneRole::Numbering, "nl", "Stapnr.|Stapnummer|Volgorde"},
    {LaneRole::Numbering, "it", "Ordine"},

    {LaneRole::Lens, "en",
     "Persona|Personas|Scenario|Scenarios|Goals and "
     "expectations|Goals/Expectations|Date|Version|Author|Authors|"
     "Created by|Legend|Project|Workshop|Facilitator|Last "
     "updated|Segment|Scope|Objective|Objectives|Lens|Business goal|Business goals|Context"},
    {LaneRole::Lens, "fr",
     "Scénario|Légende|Projet|Atelier|Auteur|Auteurs|Contexte|"
     "Périmètre|Cible"},
    {LaneRole::Lens, "de",
     "Szenario|Szenarien|Legende|Projekt|Workshop|Datum|Autor|Erstellt von|"
     "Kontext|Zielgruppe|Stand"},

    {LaneRole::Title, "en",
     "Title|Journey|Journey title|Journey name|Customer journey map|Journey map|"
     "Service blueprint|Service blueprint template|Journey map template|User journey map|"
     "Customer journey map template|Experience "
     "map|Blueprint|Map|Lane|Lanes|Swimlane|Swimlanes|Row|Layer|Layers"},
    {LaneRole::Title, "fr",
     "Titre|Couloir|Couloirs|Parcours|Nom du parcours|Carte du parcours client"},
    {LaneRole::Title, "de", "Titel|Bahn|Bahnen|Ebene|Ebenen|Name der Journey|Kundenreise|Reise"},
    {LaneRole::Title, "es", "Mapa de servicio|Mapa de experiencia|Mapa del viaje del cliente"},
    {LaneRole::Title, "nl", "Klantreiskaart"},
    {LaneRole::Title, "it", "Mappa del servizio"},

    {LaneRole::Total, "en", "Total|Totals|Grand total|Subtotal|Sum|Average|Count"},
    {LaneRole::Total, "fr", "Somme|Total général|Sous-total|Moyenne|Nombre"},
    {LaneRole::Total, "de", "Summe|Gesamt|Gesamtsumme|Zwischensumme|Insgesamt|Durchschnitt|Anzahl"},

    {LaneRole::Total, "es", "Suma|Suma total|Total general|Promedio"},
    {LaneRole::Total, "nl", "Totaal|Eindtotaal|Subtotaal|Som|Gemiddelde|Aantal"},
    {LaneRole::Total, "it", "Totale|Totale generale|Subtotale|Somma"},

    {LaneRole::Note, "en",
     "Notes|Note|NB|Remarks|Remark|Comments|Comment|Draft|Confidential|Internal only"},
    {LaneRole::Note, "fr",
     "Remarques|Remarque|Commentaires|Commentaire|Observations|Brouillon|Confidentiel"},
    {LaneRole::Note, "de",
     "Bemerkungen|Bemerkung|Anmerkungen|Anmerkung|Hinweise|Hinweis|Notizen|Notiz|Kommentare|"
     "Kommentar|Entwurf|Vertraulich"},
    {LaneRole::Note, "es", "Notas|Nota|Observaciones|Comentarios"},
    {LaneRole::Note, "nl", "Opmerkingen|Opmerking|Notities"},
    {LaneRole::Note, "it", "Osservazioni|Commenti"},
});

// A phase where steps are named as well, alone a step: French has one word for both.
inline constexpr std::string_view phase_or_step_word = "Étape";

// Names that mean this only where nothing else stands with them: "Employee" and "Staff" are the
// lane of the room of that name, "Staff actions" and "Visible staff" are not.
inline constexpr std::array lone_lane_word_table = std::to_array<LaneWords>({
    {LaneRole::Employee, "en", "Employee|Employees|Staff"},
});

}  // namespace exchange
