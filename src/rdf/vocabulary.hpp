// SPDX-License-Identifier: Apache-2.0
// vocabulary: the terms that we use, each checked once.
#pragma once

#include "rdf/rdf.hpp"

#include <string_view>

namespace nom::rdf {

/// The IRI of a term with a prefix of `prefixes()`: "org:member". The term must be a correct one:
/// a wrong one is a bug that throws std::bad_variant_access at the first use of the vocabulary.
Iri term(std::string_view prefixed);

struct Vocabulary {
  // Classes.
  const Iri annotation = term("oa:Annotation");
  const Iri concept_ = term("skos:Concept");
  const Iri dataset = term("void:Dataset");
  const Iri entity = term("prov:Entity");
  const Iri event = term("schema:Event");
  const Iri formal_organization = term("org:FormalOrganization");
  const Iri instant = term("time:Instant");
  const Iri interval = term("time:Interval");
  const Iri legal_resource = term("eli:LegalResource");
  const Iri location = term("dcterms:Location");
  const Iri membership = term("org:Membership");
  const Iri news_article = term("schema:NewsArticle");
  const Iri organizational_unit = term("org:OrganizationalUnit");
  const Iri participation = term("nom:Participation");
  const Iri person = term("foaf:Person");
  const Iri place = term("schema:Place");
  const Iri post = term("org:Post");
  const Iri role = term("org:Role");
  const Iri specific_resource = term("oa:SpecificResource");
  const Iri statement = term("rdf:Statement");
  const Iri text_position = term("oa:TextPositionSelector");
  const Iri text_quote = term("oa:TextQuoteSelector");

  // Properties of others.
  const Iri alt_label = term("skos:altLabel");
  const Iri article_body = term("schema:articleBody");
  const Iri attendee = term("schema:attendee");
  const Iri classification = term("org:classification");
  const Iri contained_in_place = term("schema:containedInPlace");
  const Iri conforms_to = term("dcterms:conformsTo");
  const Iri date = term("dcterms:date");
  const Iri date_document = term("eli:date_document");
  const Iri description = term("dcterms:description");
  const Iri end = term("oa:end");
  const Iri exact = term("oa:exact");
  const Iri has_beginning = term("time:hasBeginning");
  const Iri has_end = term("time:hasEnd");
  const Iri has_selector = term("oa:hasSelector");
  const Iri has_source = term("oa:hasSource");
  const Iri has_target = term("oa:hasTarget");
  const Iri held_by = term("org:heldBy");
  const Iri holds = term("org:holds");
  const Iri id_local = term("eli:id_local");
  const Iri identifier = term("dcterms:identifier");
  const Iri in_language = term("schema:inLanguage");
  const Iri in_xsd_date = term("time:inXSDDate");
  const Iri in_xsd_month = term("time:inXSDgYearMonth");
  const Iri in_xsd_year = term("time:inXSDgYear");
  const Iri issued = term("dcterms:issued");
  const Iri member = term("org:member");
  const Iri member_during = term("org:memberDuring");
  const Iri name = term("foaf:name");
  const Iri object = term("rdf:object");
  const Iri organization = term("org:organization");
  const Iri organizer = term("schema:organizer");
  const Iri passed_by = term("eli:passed_by");
  const Iri post_in = term("org:postIn");
  const Iri predicate = term("rdf:predicate");
  const Iri pref_label = term("skos:prefLabel");
  const Iri prefix = term("oa:prefix");
  const Iri resolution_title = term("eli:title");
  const Iri in_role = term("org:role");
  const Iri schema_name = term("schema:name");
  const Iri source = term("dcterms:source");
  const Iri same_as = term("owl:sameAs");
  const Iri spatial = term("dcterms:spatial");
  const Iri start = term("oa:start");
  const Iri start_date = term("schema:startDate");
  const Iri sub_organization_of = term("org:subOrganizationOf");
  const Iri subject = term("rdf:subject");
  const Iri suffix = term("oa:suffix");
  const Iri title = term("dcterms:title");
  const Iri type = term("rdf:type");
  const Iri type_document = term("eli:type_document");
  const Iri uri_space = term("void:uriSpace");
  const Iri was_derived_from = term("prov:wasDerivedFrom");
  const Iri kind_of_thing = term("dcterms:type");

  // Our own properties.
  const Iri begun_by = term("nom:begunBy");
  const Iri certain_from = term("nom:certainFrom");
  const Iri certain_until = term("nom:certainUntil");
  const Iri cited_as_over = term("nom:citedAsOver");
  const Iri confidence = term("nom:confidence");
  const Iri country_code = term("nom:countryCode");
  const Iri date_earliest = term("nom:dateEarliest");
  const Iri date_latest = term("nom:dateLatest");
  const Iri first_cited = term("nom:firstCited");
  const Iri has_participation = term("nom:participation");
  const Iri last_cited = term("nom:lastCited");
  const Iri level = term("nom:level");
  const Iri level_wording = term("nom:levelWording");
  const Iri mention = term("nom:mention");
  const Iri open = term("nom:open");
  const Iri of_post = term("nom:post");
  const Iri over_from = term("nom:overFrom");
  const Iri part = term("nom:part");
  const Iri participant = term("nom:participant");
  const Iri possible_from = term("nom:possibleFrom");
  const Iri possible_until = term("nom:possibleUntil");
  const Iri begun_in = term("nom:begunIn");
  const Iri predecessor_held = term("nom:predecessorHeld");
  const Iri successor_held = term("nom:successorHeld");
  const Iri seats = term("nom:seats");
  const Iri held = term("nom:held");
  const Iri ended_by = term("nom:endedBy");
  const Iri ended_in = term("nom:endedIn");
  const Iri until = term("nom:until");
  const Iri possibly_same_as = term("nom:possiblySameAs");
  const Iri rule = term("nom:rule");
  const Iri status = term("nom:status");
  const Iri tenure_end = term("nom:end");
  const Iri tenure_end_earliest = term("nom:endEarliest");
  const Iri tenure_end_latest = term("nom:endLatest");
  const Iri tenure_start = term("nom:start");
  const Iri tenure_start_earliest = term("nom:startEarliest");
  const Iri tenure_start_latest = term("nom:startLatest");
  const Iri tenure_title = term("nom:title");
  const Iri wording = term("nom:wording");

  const Iri ontology = *Iri::from(own_namespace.substr(0, own_namespace.size() - 1));
};

const Vocabulary& vocabulary();

}  // namespace nom::rdf
