package org.kaiyuan.ui.openpowers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.Batch;
import org.kaiyuan.delegation.EntryId;
import org.kaiyuan.delegation.ListId;
import org.kaiyuan.delegation.ShownEdition;
import org.kaiyuan.delegation.ShownPowers;
import org.springframework.stereotype.Component;

/** A list as a whole: the version that counts with all that were before, or one version, for ever. */
@Component
class ListPages {
    private final ShownPowers powers;
    private final JsonLd jsonLd;

    ListPages(ShownPowers powers, JsonLd jsonLd) {
        this.powers = powers;
        this.jsonLd = jsonLd;
    }

    /** A version. */
    record Version(String number, String at, @Nullable String note, String entries, String href) {}

    /** A form in which it is taken along. */
    record Download(String label, String href, boolean opened) {}

    /** A batch and what goes with it. */
    record BatchCard(String title, List<PowerPages.Fact> policies) {}

    /** The number of the version that counts; empty where the list is not shown. */
    Optional<Integer> newest(Visit visit, ListId list) {
        return powers.editions(visit.zone(), list).stream().findFirst().map(ShownEdition::number);
    }

    /** The list as it stands; null where it is not shown. */
    KeptPages.@Nullable Page now(Visit visit, ListId list) {
        var editions = powers.editions(visit.zone(), list);
        if (editions.isEmpty()) {
            return null;
        }
        var newest = editions.getFirst().number();
        var model = model(visit, list, newest, null);
        if (model == null) {
            return null;
        }
        var w = visit.words();
        model.put(
                "versions",
                editions.stream()
                        .map(one ->
                                new Version(
                                        w.of("version.number", one.number()),
                                        w.day(one.publishedAt()),
                                        one.note(),
                                        w.of("count", one.entries()),
                                        visit.address().edition(list, one.number())))
                        .toList());
        model.put("canonical", visit.address().list(list));
        model.put("other", visit.address().other().list(list));
        return new KeptPages.Page("openpowers/list", model);
    }

    /** One version of it, for ever; null where there is none. */
    KeptPages.@Nullable Page then(Visit visit, ListId list, int edition, @Nullable EntryId after) {
        var model = model(visit, list, edition, after);
        if (model == null) {
            return null;
        }
        model.put("fixed", visit.words().of("fixed.list", edition));
        model.put("current", visit.address().list(list));
        model.put("canonical", visit.address().edition(list, edition, after));
        model.put("other", visit.address().other().edition(list, edition, after));
        return new KeptPages.Page("openpowers/list", model);
    }

    private @Nullable Map<String, Object> model(
            Visit visit, ListId list, int number, @Nullable EntryId after) {
        var edition = powers.edition(visit.zone(), list, number).orElse(null);
        if (edition == null) {
            return null;
        }
        var w = visit.words();
        var found = powers.entries(visit.zone(), list, number, after, Question.ROWS + 1);
        boolean more = found.size() > Question.ROWS;
        var shown = more ? found.subList(0, Question.ROWS) : found;
        Map<String, Object> model = new HashMap<>();
        model.put("visit", visit);
        model.put("title", edition.title());
        model.put("kind", w.called(edition.kind()));
        model.put("version", w.of("version", number, w.day(edition.publishedAt())));
        model.put("entries", w.of("count", edition.entries()));
        if (edition.note() != null) {
            model.put("note", edition.note());
        }
        model.put("rows", shown.stream().map(one -> PowerRow.then(visit, one, number)).toList());
        if (more) {
            model.put("next", visit.address().edition(list, number, shown.getLast().id()));
        }
        if (after != null) {
            model.put("first", visit.address().edition(list, number));
        }
        model.put("downloads", downloads(visit, edition));
        model.put("permanent", visit.address().edition(list, number));
        model.put("batches", edition.batches().stream().map(one -> batch(w, one)).toList());
        model.put("home", visit.address().home());
        model.put("jsonLd", jsonLd.edition(visit, edition));
        return model;
    }

    private static List<Download> downloads(Visit visit, ShownEdition edition) {
        var downloads = new ArrayList<Download>();
        for (var kind : FileKind.values()) {
            downloads.add(
                    new Download(
                            visit.words().of("download." + kind.name()),
                            visit.address().file(edition.list(), edition.number(), kind),
                            kind == FileKind.PRINT));
        }
        return downloads;
    }

    private static BatchCard batch(Words w, Batch batch) {
        return new BatchCard(
                batch.decidedOn() == null
                        ? w.of("batch.title", batch.number(), batch.title())
                        : w.of(
                                "batch.decided",
                                batch.number(),
                                batch.title(),
                                w.date(batch.decidedOn())),
                batch.policies().stream()
                        .map(one ->
                                new PowerPages.Fact(
                                        one.area() == null
                                                ? one.title()
                                                : w.of(
                                                        "bracketed",
                                                        one.title(),
                                                        w.called(one.area())),
                                        one.content() == null ? "" : one.content(),
                                        false))
                        .toList());
    }
}
