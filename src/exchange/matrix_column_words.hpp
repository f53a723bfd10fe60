// The table of column words of the long form: add a synonym here, in its natural spelling, and
// nowhere else; compared as the words of lanes are. Must not know how. Used by matrix_words.cpp.
#pragma once

#include <array>
#include <string_view>

#include "exchange/matrix_words.hpp"

namespace exchange {

struct ColumnWords {
    LongColumn column;
    std::string_view name;  // what export writes
    std::string_view synonyms;
};

// Columns of the long form in the order in which export writes them.
inline constexpr std::array<ColumnWords, long_column_count> column_word_table = {{
    {LongColumn::Journey, "journey",
     "Journey name|Journey title|Journey key|Map|Parcours|Parcours "
     "client|Kundenreise|Reise|Klantreis"},
    {LongColumn::Phase, "phase",
     "Phases|Stage|Stages|Episode|Section|Milestone|Journey phase|Journey stage|Étape du parcours|"
     "Phasen|Abschnitt|Etappe|Stage name|Phase name|Fase|Fases|Fasen|Fasi|Etapa|Etapas"},
    {LongColumn::Step, "step",
     "Steps|Activity|Task|Action|Moment|Step name|Journey step|Étape|Sous-étape|Schritt|Schritte|"
     "Prozessschritt|Teilschritt|Activité|Paso|Pasos|Stap|Stappen|Passaggio|Passo"},
    {LongColumn::StepOrder, "step_order",
     "Order|Step no|Step nr|Step number|Step index|Sequence|Position|Ordre|Numéro d'étape|"
     "N° d'étape|N° étape|Étape n°|"
     "Reihenfolge|Schritt Nr.|Schrittnummer|Stapnr.|Stapnummer|Volgorde|Orden|Ordine"},
    {LongColumn::Lane, "lane",
     "Lanes|Swimlane|Swim lane|Row|Layer|Category|Level|Lane name|Couloir|Ligne|Piste|Catégorie|"
     "Bahn|Spur|Ebene|Schwimmbahn|Zeile|Kategorie|Couche|Carril|Carriles|Baan|Laag|Corsia"},
    {LongColumn::LaneType, "lane_type",
     "Lane role|Lane kind|Role of lane|Type|Type de couloir|Type de ligne|Bahntyp|Ebenentyp|Typ"},
    {LongColumn::Persona, "persona", "Personas|Actor|Segment|Acteur|Zielgruppe"},
    {LongColumn::Text, "text",
     "Card|Cards|Card text|Content|Description|Note|Notes|Title|Card title|Name|Carte|Texte|"
     "Contenu|Libellé|Texto|Contenido|Descripción|Tekst|Inhoud|Omschrijving|Testo|"
     "Contenuto|Descrizione|Karte|Inhalt|Beschreibung|Kartentext|Notiz|Element|Item|Post-it|"
     "Sticky"},
    {LongColumn::Score, "score", "Emotion|Emotion score|Rating|Sentiment|Note émotionnelle|Wert"},
    {LongColumn::ScaleMin, "scale_min", "Minimum|Min"},
    {LongColumn::ScaleMax, "scale_max", "Maximum|Max"},
    {LongColumn::Channel, "channel", "Channels|Canal|Kanal"},
    {LongColumn::Owner, "owner",
     "Owners|Responsible|Responsable|Verantwortlich|Verantwortliche|Zuständig|Propriétaire"},
    {LongColumn::Severity, "severity", "Priority|Impact|Gravité|Schwere|Priorität"},
    {LongColumn::Media, "media", "Image|Images|Picture|Attachment|Bild|Bilder|Média"},
    {LongColumn::Link, "link", "Links|Leads to|Connects to|Connection|Lien|Liens|Verbindung"},
    {LongColumn::Key, "key", "ID|Card key|Card ID|Clé|Identifiant|Schlüssel|Kennung"},
    {LongColumn::Touchpoint, "touchpoint",
     "Touchpoints|Point de contact|Kontaktpunkt|Punto de contacto|Contactpunt|Punto di contatto"},
    {LongColumn::FailPoint, "fail_point",
     "Fail points|Failure point|Fail|Point de défaillance|Fehlerstelle|Fehlerpunkt|F"},
    {LongColumn::WaitMinutes, "wait_minutes",
     "Wait|Waiting|Waiting time|Wait time|Wait duration|Minutes|Attente|Temps d'attente|"
     "Délai d'attente|Durée d'attente|Wartezeit|Wartedauer|Minuten|Espera|"
     "Tiempo de espera|Wachttijd|Attesa|Tempo di attesa"},
    {LongColumn::Team, "team",
     "Teams|Department|Équipe|Service|Abteilung|Equipo|Departamento|Afdeling|Reparto"},
    {LongColumn::Component, "component",
     "Components|System|Composant|Système|Komponente|Componente|Sistema|Systeem"},
    {LongColumn::PhaseOrder, "phase_order",
     "Phase number|Phase no|Stage order|Stage number|Stage no|Numéro de phase|Ordre des phases|"
     "Phasennummer|Phase Nr."},
}};

}  // namespace exchange
