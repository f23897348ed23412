package org.kaiyuan.ui.openpowers;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.MatterKind;
import org.kaiyuan.delegation.PowerListKind;
import org.kaiyuan.delegation.ShownFilter;
import org.kaiyuan.delegation.ShownFound;
import org.kaiyuan.delegation.ShownList;
import org.kaiyuan.delegation.ShownPowers;
import org.kaiyuan.delegation.ShownSearch;
import org.kaiyuan.delegation.ShownTally;
import org.springframework.stereotype.Component;

/** What a zone's body may decide: all of it, or what somebody looks for. */
@Component
class PowersPages {
    /** What people look for first; duties and boundaries stand beside a power, and are listed when somebody asks for them. */
    private static final Set<PowerListKind> FIRST =
            EnumSet.of(
                    PowerListKind.POWERS,
                    PowerListKind.EMPOWERMENT,
                    PowerListKind.ENTRUSTMENT,
                    PowerListKind.SERVICES);

    private final ShownPowers powers;
    private final ShownSearch search;
    private final Visits visits;
    private final JsonLd jsonLd;

    PowersPages(ShownPowers powers, ShownSearch search, Visits visits, JsonLd jsonLd) {
        this.powers = powers;
        this.search = search;
        this.visits = visits;
        this.jsonLd = jsonLd;
    }

    /** A list that can be read as a whole. */
    record ListCard(
            String kind,
            String title,
            String version,
            String entries,
            String href,
            boolean empty) {}

    /** What was chosen, and where it leads to take it back. */
    record Chosen(String label, String href) {}

    /** What is found, and how to go on. */
    private record Result(
            List<PowerRow> rows,
            String summary,
            List<Facet> facets,
            @Nullable String previous,
            @Nullable String next,
            boolean whole) {}

    KeptPages.Page page(Visit visit, Question question) {
        var w = visit.words();
        var inAll = visits.inAll(visit.zone());
        var filter = filter(question, inAll.tallies());
        var result =
                question.searches()
                        ? searched(visit, question, filter)
                        : listed(visit, question, filter, inAll.tallies());
        Map<String, Object> model = new HashMap<>();
        model.put("visit", visit);
        model.put("title", w.of("title.of", visit.zone().name()));
        model.put("headTitle", w.of("title.of", visit.zone().name()));
        model.put("question", question);
        model.put("rows", result.rows());
        model.put("summary", result.summary());
        model.put("facets", result.facets());
        model.put("chosen", chosen(visit, question));
        model.put("lists", inAll.lists().stream().map(list -> card(visit, list)).toList());
        model.put("whole", result.whole());
        model.put("changed", w.of("changed", w.moment(visit.zone().changedAt())));
        model.put("canonical", visit.address().found(question));
        model.put("other", visit.address().other().found(question));
        model.put("all", visit.address().home());
        if (result.previous() != null) {
            model.put("previous", result.previous());
        }
        if (result.next() != null) {
            model.put("next", result.next());
        }
        if (question.equals(Question.ALL)) {
            model.put("jsonLd", jsonLd.lists(visit, inAll.lists()));
        }
        return new KeptPages.Page("openpowers/powers", model);
    }

    private Result listed(
            Visit visit, Question question, ShownFilter filter, List<ShownTally> tallies) {
        long total =
                tallies.stream().filter(one -> one.isOf(filter)).mapToInt(ShownTally::count).sum();
        var facets = facets(visit, question, filter, tallies);
        var summary = visit.words().of("count", total);
        if (total == 0) { // nobody has to ask the database for what is not there
            return new Result(List.of(), summary, facets, null, null, true);
        }
        var page =
                powers.page(
                        visit.zone(), filter, question.at(), question.backwards(), Question.ROWS);
        return new Result(
                page.items().stream().map(one -> PowerRow.now(visit, one)).toList(),
                summary,
                facets,
                page.before() == null
                        ? null
                        : visit.address().found(question.at(page.before(), true)),
                page.after() == null
                        ? null
                        : visit.address().found(question.at(page.after(), false)),
                true);
    }

    private Result searched(Visit visit, Question question, ShownFilter filter) {
        var w = visit.words();
        int from = (question.page() - 1) * Question.ROWS;
        var found = search.find(visit.zone(), question.typed(), filter, from, Question.ROWS);
        boolean more =
                found.total() > from + Question.ROWS && from + Question.ROWS < ShownSearch.DEEPEST;
        return new Result(
                found.items().stream().map(one -> PowerRow.now(visit, one)).toList(),
                w.of("found", question.typed(), found.total()),
                facets(visit, question, found),
                question.page() == 1
                        ? null
                        : visit.address().found(question.atPage(question.page() - 1)),
                more ? visit.address().found(question.atPage(question.page() + 1)) : null,
                found.whole());
    }

    private static ShownFilter filter(Question question, List<ShownTally> tallies) {
        return new ShownFilter(
                question.list() == null ? first(tallies) : EnumSet.of(question.list()),
                question.kind(),
                question.field(),
                question.body());
    }

    private static Set<PowerListKind> first(List<ShownTally> tallies) {
        return tallies.stream().anyMatch(one -> FIRST.contains(one.list()))
                ? FIRST
                : EnumSet.allOf(PowerListKind.class);
    }

    /** Each counts as if nothing of its own was chosen. */
    private List<Facet> facets(
            Visit visit, Question question, ShownFilter filter, List<ShownTally> tallies) {
        var list = new Facet.Counted();
        var kind = new Facet.Counted();
        var field = new Facet.Counted();
        var body = new Facet.Counted();
        var anyList =
                new ShownFilter(
                        EnumSet.allOf(PowerListKind.class),
                        filter.kind(),
                        filter.field(),
                        filter.body());
        count(tallies, anyList, one -> list.add(one.list().name(), one.count()));
        count(
                tallies,
                new ShownFilter(filter.lists(), null, filter.field(), filter.body()),
                one -> kind.add(one.kind().name(), one.count()));
        count(
                tallies,
                new ShownFilter(filter.lists(), filter.kind(), null, filter.body()),
                one -> field.add(one.field(), one.count()));
        count(
                tallies,
                new ShownFilter(filter.lists(), filter.kind(), filter.field(), null),
                one -> body.add(one.body(), one.count()));
        return facets(visit, question, list, kind, field, body);
    }

    private static void count(
            List<ShownTally> tallies, ShownFilter filter, Consumer<ShownTally> counting) {
        tallies.stream().filter(one -> one.isOf(filter)).forEach(counting);
    }

    private List<Facet> facets(Visit visit, Question question, ShownFound found) {
        var counted =
                Stream.of("list", "kind", "field", "body")
                        .map(name -> {
                            var facet = new Facet.Counted();
                            found.facets()
                                    .getOrDefault(name, List.of())
                                    .forEach(one -> facet.add(one.value(), one.count()));
                            return facet;
                        })
                        .toList();
        return facets(
                visit, question, counted.get(0), counted.get(1), counted.get(2), counted.get(3));
    }

    private static List<Facet> facets(
            Visit visit,
            Question question,
            Facet.Counted list,
            Facet.Counted kind,
            Facet.Counted field,
            Facet.Counted body) {
        var w = visit.words();
        var address = visit.address();
        return Stream.of(
                        kind.facet(
                                w.of("kind"),
                                question.kind() == null ? null : question.kind().name(),
                                name -> w.called(MatterKind.valueOf(name)),
                                name ->
                                        address.found(
                                                question.withKind(
                                                        name == null
                                                                ? null
                                                                : MatterKind.valueOf(name)))),
                        field.facet(
                                w.of("field"),
                                question.field(),
                                name -> name,
                                name -> address.found(question.withField(name))),
                        body.facet(
                                w.of("body"),
                                question.body(),
                                name -> name,
                                name -> address.found(question.withBody(name))),
                        list.facet(
                                w.of("list"),
                                question.list() == null ? null : question.list().name(),
                                name -> w.called(PowerListKind.valueOf(name)),
                                name ->
                                        address.found(
                                                question.withList(
                                                        name == null
                                                                ? null
                                                                : PowerListKind.valueOf(name)))))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    private static List<Chosen> chosen(Visit visit, Question question) {
        var w = visit.words();
        var address = visit.address();
        var chosen = new ArrayList<Chosen>();
        if (question.searches()) {
            chosen.add(
                    new Chosen(
                            w.of("quoted", question.typed()),
                            address.found(question.withTyped(""))));
        }
        if (question.kind() != null) {
            chosen.add(
                    new Chosen(w.called(question.kind()), address.found(question.withKind(null))));
        }
        if (question.field() != null) {
            chosen.add(new Chosen(question.field(), address.found(question.withField(null))));
        }
        if (question.body() != null) {
            chosen.add(new Chosen(question.body(), address.found(question.withBody(null))));
        }
        if (question.list() != null) {
            chosen.add(
                    new Chosen(w.called(question.list()), address.found(question.withList(null))));
        }
        return chosen;
    }

    private static ListCard card(Visit visit, ShownList list) {
        var w = visit.words();
        return new ListCard(
                w.called(list.kind()),
                list.title(),
                w.of("version", list.edition(), w.day(list.publishedAt())),
                w.of("count", list.entries()),
                visit.address().list(list.id()),
                list.entries() == 0);
    }
}
