package org.kaiyuan.delegation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.platform.persistence.UuidV7;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Decisions and letters that entries rest on. */
@Service
@Transactional
public class PaperKeeping {
    /** What the history calls a paper, and what its files hang on. */
    public static final String SUBJECT = "delegation.paper";

    /** The most that are shown. */
    public static final int MOST = 500;

    static final String SELECT =
            """
            select id, kind, number, title, issuer, decided_on, direct_days, entrusted_days, handover_days,
                   fixed_at is not null, version
            from delegation.paper\s
            """;

    private final JdbcTemplate jdbc;
    private final ChangeHistory history;
    private final Clock clock;

    PaperKeeping(JdbcTemplate jdbc, ChangeHistory history, Clock clock) {
        this.jdbc = jdbc;
        this.history = history;
        this.clock = clock;
    }

    /** The newest first, at most {@link #MOST}. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('" + DelegationPermissions.READ + "')")
    public List<DecisionPaper> all(PaperKind kind) {
        return jdbc.query(
                SELECT + "where kind = ? order by decided_on desc nulls last, id desc limit ?",
                PaperKeeping::paper,
                kind.name(),
                MOST);
    }

    /** @throws UnknownPaper when there is none */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('" + DelegationPermissions.READ + "')")
    public DecisionPaper get(UUID id) {
        return jdbc.query(SELECT + "where id = ?", PaperKeeping::paper, id).stream()
                .findFirst()
                .orElseThrow(UnknownPaper::new);
    }

    /**
     * @throws DelegationFieldsRefused with all that is wrong
     * @throws PaperNumberTaken when the zone has one of that number
     */
    @PreAuthorize("hasRole('" + DelegationPermissions.WRITE + "')")
    public UUID add(PaperDraft said) {
        said.check();
        var id = UuidV7.next();
        try {
            jdbc.update(
                    """
                    insert into delegation.paper (tenant_id, id, kind, number, title, issuer, decided_on, direct_days,
                        entrusted_days, handover_days, made_at)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                    """,
                    CurrentTenant.get().value(),
                    id,
                    said.kind().name(),
                    said.number(),
                    said.title(),
                    said.issuer(),
                    said.decidedOn(),
                    said.directDays(),
                    said.entrustedDays(),
                    said.handoverDays(),
                    Timestamp.from(clock.instant()));
        } catch (DuplicateKeyException e) {
            throw new PaperNumberTaken(said.number());
        }
        history.record(
                SUBJECT, id, "added", List.of(new FieldChange("number", null, said.number())));
        return id;
    }

    /**
     * Drafts that say what it said say what it says now, and are to be checked again.
     *
     * @param basedOn the version that was seen
     * @throws UnknownPaper when there is none
     * @throws PaperFixed when a published edition rests on it
     * @throws PaperChangedMeanwhile when it is not any more what was seen
     */
    @PreAuthorize("hasRole('" + DelegationPermissions.WRITE + "')")
    public void revise(UUID id, PaperDraft said, long basedOn) {
        said.check();
        var before = get(id);
        if (before.fixed()) {
            throw new PaperFixed(before.number());
        }
        var lists = holdListsThatRestOn(before);
        try {
            int changed =
                    jdbc.update(
                            """
                            update delegation.paper set number = ?, title = ?, issuer = ?, decided_on = ?, direct_days = ?,
                                entrusted_days = ?, handover_days = ?, version = version + 1
                            where id = ? and version = ? and fixed_at is null\
                            """,
                            said.number(),
                            said.title(),
                            said.issuer(),
                            said.decidedOn(),
                            said.directDays(),
                            said.entrustedDays(),
                            said.handoverDays(),
                            id,
                            basedOn);
            if (changed == 0) {
                var now = get(id);
                throw new PaperChangedMeanwhile(
                        now.version(),
                        history.newest(id, (int) Math.max(1, now.version() - basedOn)));
            }
        } catch (DuplicateKeyException e) {
            throw new PaperNumberTaken(said.number());
        }
        retell(before, said);
        ListDrafting.unchecked(jdbc, lists);
        history.record(
                SUBJECT,
                id,
                "revised",
                List.of(
                        new FieldChange("number", before.number(), said.number()),
                        new FieldChange("title", before.title(), said.title()),
                        new FieldChange("issuer", before.issuer(), said.issuer()),
                        new FieldChange(
                                "decidedOn", text(before.decidedOn()), text(said.decidedOn())),
                        new FieldChange(
                                "directDays",
                                Integer.toString(before.directDays()),
                                Integer.toString(said.directDays())),
                        new FieldChange(
                                "entrustedDays",
                                Integer.toString(before.entrustedDays()),
                                Integer.toString(said.entrustedDays())),
                        new FieldChange(
                                "handoverDays",
                                Integer.toString(before.handoverDays()),
                                Integer.toString(said.handoverDays()))));
    }

    /** Before the paper, in the order of publishing, which holds a list and then its papers. */
    private UUID[] holdListsThatRestOn(DecisionPaper paper) {
        return jdbc.queryForList(
                        """
                        select id from delegation.list where id in
                            (select list_id from delegation.draft where note #>> array[?, 'id']::text[] = ?)
                        order by id for update\
                        """,
                        UUID.class,
                        inNotes(paper.kind()),
                        paper.id().toString())
                .toArray(UUID[]::new);
    }

    /** Where a draft says of the paper what the paper said; what was written otherwise on purpose stays. */
    private void retell(DecisionPaper before, PaperDraft now) {
        var place = inNotes(before.kind());
        jdbc.update(
                """
                update delegation.draft set note = jsonb_set(note, array[?]::text[], note -> ? || jsonb_build_object(
                    'number', ?::text, 'decidedOn', ?::text, 'issuer', ?::text))
                where note #>> array[?, 'id']::text[] = ?
                  and (note #>> array[?, 'number']::text[], note #>> array[?, 'decidedOn']::text[], note #>> array[?, 'issuer']::text[])
                      is not distinct from (?::text, ?::text, ?::text)\
                """,
                place,
                place,
                now.number(),
                text(now.decidedOn()),
                now.issuer(),
                place,
                before.id().toString(),
                place,
                place,
                place,
                before.number(),
                text(before.decidedOn()),
                before.issuer());
    }

    /** What the note of a draft calls a paper of that kind. */
    private static String inNotes(PaperKind kind) {
        return kind == PaperKind.DECISION ? "document" : "letter";
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    static DecisionPaper paper(ResultSet row, int number) throws SQLException {
        return new DecisionPaper(
                row.getObject(1, UUID.class),
                PaperKind.valueOf(row.getString(2)),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getObject(6, LocalDate.class),
                row.getInt(7),
                row.getInt(8),
                row.getInt(9),
                row.getBoolean(10),
                row.getLong(11));
    }
}
