package org.kaiyuan.delegation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** What drafts say of the papers that they rest on. */
final class DraftPapers {
    private DraftPapers() {}

    /**
     * Who names a paper by its id alone has said what it says.
     *
     * @throws UnknownPaper when the zone has no such paper
     */
    static List<ListDrafting.Change> said(JdbcTemplate jdbc, List<ListDrafting.Change> changes) {
        Map<UUID, DecisionPaper> papers = new HashMap<>();
        jdbc.query(
                PaperKeeping.SELECT + "where id = any (?)",
                row -> {
                    var paper = PaperKeeping.paper(row, 0);
                    papers.put(paper.id(), paper);
                },
                (Object)
                        changes.stream()
                                .map(ListDrafting.Change::note)
                                .filter(Objects::nonNull)
                                .flatMap(EntryNote::papers)
                                .distinct()
                                .toArray(UUID[]::new));
        return changes.stream()
                .map(one ->
                        one.note() == null
                                ? one
                                : new ListDrafting.Change(
                                        one.id(),
                                        one.note()
                                                .resting(
                                                        said(
                                                                one.note().document(),
                                                                PaperKind.DECISION,
                                                                papers),
                                                        said(
                                                                one.note().letter(),
                                                                PaperKind.LETTER,
                                                                papers))))
                .toList();
    }

    private static EntryNote.Paper said(
            EntryNote.Paper named, PaperKind kind, Map<UUID, DecisionPaper> papers) {
        if (named.id() == null) {
            return named;
        }
        var paper = papers.get(named.id());
        if (paper == null || paper.kind() != kind) {
            throw new UnknownPaper();
        }
        return new EntryNote.Paper(
                paper.id(),
                named.number() == null ? paper.number() : named.number(),
                named.decidedOn() == null ? paper.decidedOn() : named.decidedOn(),
                named.issuer() == null ? paper.issuer() : named.issuer());
    }
}
