package org.kaiyuan.ui.openpowers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.ShownEdition;
import org.kaiyuan.delegation.ShownEntry;
import org.kaiyuan.delegation.ShownList;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The same for machines: schema.org's words for services of government, organisations, laws and data sets. */
@Component
class JsonLd {
    private final JsonMapper json = JsonMapper.builder().build();

    /** What links begin with; empty where nobody said, then they are read from where the page is. */
    private final String origin;

    JsonLd(Environment environment) {
        origin = environment.getProperty("kaiyuan.public-url", "").replaceAll("/+$", "");
    }

    /** The lists of a zone. */
    String lists(Visit visit, List<ShownList> lists) {
        var catalogue = thing("DataCatalog", visit.words().of("title.of", visit.zone().name()));
        catalogue.put("url", at(visit.address().home()));
        catalogue.put("inLanguage", "zh-CN");
        catalogue.put("publisher", zone(visit));
        catalogue.put("dateModified", visit.zone().changedAt().toString());
        catalogue.put("dataset", lists.stream().map(list -> dataset(visit, list)).toList());
        return written(catalogue);
    }

    /** A version of a list. */
    String edition(Visit visit, ShownEdition edition) {
        var set = thing("Dataset", edition.title());
        set.put("url", at(visit.address().edition(edition.list(), edition.number())));
        set.put("version", Integer.toString(edition.number()));
        set.put("datePublished", edition.publishedAt().toString());
        set.put("inLanguage", "zh-CN");
        set.put("description", edition.note());
        set.put("publisher", zone(visit));
        var files = new ArrayList<Map<String, Object>>();
        for (var kind : FileKind.values()) {
            var file = thing("DataDownload", null);
            file.put("encodingFormat", kind.mediaType().replaceAll(";.*", ""));
            file.put(
                    "contentUrl", at(visit.address().file(edition.list(), edition.number(), kind)));
            files.add(present(file));
        }
        set.put("distribution", files);
        return written(set);
    }

    /** One power. */
    String power(Visit visit, ShownEntry entry) {
        var note = entry.note();
        var service = thing("GovernmentService", entry.matter().name());
        service.put("url", at(visit.address().power(entry.id())));
        service.put(
                "identifier",
                entry.matter().code() == null ? entry.id().toString() : entry.matter().code());
        service.put("serviceType", visit.words().called(entry.matter().kind()));
        service.put("category", entry.matter().field());
        service.put("provider", organisation(note.receivingBody(), zone(visit)));
        service.put("serviceOperator", organisation(note.receivingBody(), null));
        service.put("areaServed", place(visit, note.subPark()));
        service.put("description", note.scope().conditions());
        var laws = new ArrayList<Map<String, Object>>();
        if (note.document().number() != null) {
            var decree = thing("Legislation", note.document().number());
            decree.put("legislationIdentifier", note.document().number());
            decree.put(
                    "legislationDate",
                    note.document().decidedOn() == null
                            ? null
                            : note.document().decidedOn().toString());
            decree.put("legislationDateOfApplicability", note.effectiveOn().toString());
            decree.put(
                    "legislationPassedBy",
                    note.document().issuer() == null
                            ? null
                            : organisation(note.document().issuer(), null));
            laws.add(present(decree));
        }
        for (var basis : entry.matter().bases()) {
            var law =
                    thing(
                            "Legislation",
                            basis.article() == null
                                    ? basis.title()
                                    : basis.title() + " " + basis.article());
            law.put(
                    "legislationLegalForce",
                    switch (basis.state()) {
                        case IN_FORCE -> "https://schema.org/InForce";
                        case AMENDED -> "https://schema.org/PartiallyInForce";
                        case REPEALED -> "https://schema.org/NotInForce";
                    });
            laws.add(present(law));
        }
        service.put("subjectOf", laws);
        return written(service);
    }

    private Map<String, Object> dataset(Visit visit, ShownList list) {
        var set = thing("Dataset", list.title());
        set.put("url", at(visit.address().list(list.id())));
        set.put("version", Integer.toString(list.edition()));
        set.put("datePublished", list.publishedAt().toString());
        return present(set);
    }

    private Map<String, Object> zone(Visit visit) {
        var zone = thing("GovernmentOrganization", visit.zone().name());
        zone.put("url", at(visit.address().home()));
        zone.put("areaServed", visit.zone().city());
        return present(zone);
    }

    private Map<String, Object> organisation(String name, @Nullable Map<String, Object> parent) {
        var one = thing("GovernmentOrganization", name);
        one.put("parentOrganization", parent);
        return present(one);
    }

    private Map<String, Object> place(Visit visit, @Nullable String subPark) {
        var place =
                thing(
                        "AdministrativeArea",
                        subPark == null
                                ? visit.zone().name()
                                : visit.zone().name() + " " + subPark);
        return present(place);
    }

    private static Map<String, @Nullable Object> thing(String type, @Nullable String name) {
        var thing = new LinkedHashMap<String, @Nullable Object>();
        thing.put("@type", type);
        thing.put("name", name);
        return thing;
    }

    /** Without what is not known. */
    private static Map<String, Object> present(Map<String, @Nullable Object> thing) {
        var present = new LinkedHashMap<String, Object>();
        thing.forEach((name, value) -> {
            if (value != null) {
                present.put(name, value);
            }
        });
        return present;
    }

    private String at(String path) {
        return origin + path;
    }

    /** As it may stand within a script element: nothing of it is markup. */
    private String written(Map<String, @Nullable Object> thing) {
        var whole = new LinkedHashMap<String, Object>();
        whole.put("@context", "https://schema.org");
        whole.putAll(present(thing));
        return json.writeValueAsString(whole)
                .replace("&", "\\u0026")
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }
}
