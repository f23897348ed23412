package org.kaiyuan.services;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.audit.ChangeEntry;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Drafts and their papers; whoever asks has asked for permission. */
@Component
class DraftStore {
    private static final String COLUMNS =
            """
            select id, service_id, edition, enterprise_id, answers, applicant_name, applicant_phone, pledged, deferred,
                updated_name, updated_at, case_id, version
            from services.draft where id = ?\
            """;

    private final JdbcTemplate jdbc;
    private final CurrentPerson person;
    private final Clock clock;

    DraftStore(JdbcTemplate jdbc, CurrentPerson person, Clock clock) {
        this.jdbc = jdbc;
        this.person = person;
        this.clock = clock;
    }

    /** A draft as it is stored. */
    record Stored(
            DraftId id,
            ServiceId service,
            int edition,
            UUID enterprise,
            FilledIn filledIn,
            String updatedName,
            Instant updatedAt,
            @Nullable CaseId submitted,
            long version) {
        FormAnswers answers() {
            return filledIn.answers();
        }

        /** What is told to whoever was based on an older version. */
        ServicesChangedMeanwhile changedMeanwhile() {
            return new ServicesChangedMeanwhile(
                    version,
                    List.of(
                            new ChangeEntry(
                                    UUID.randomUUID(),
                                    id.value(),
                                    updatedAt,
                                    updatedName,
                                    updatedName,
                                    "filled",
                                    null,
                                    null,
                                    null)));
        }
    }

    /** @throws UnknownDraft when there is none */
    Stored get(DraftId id) {
        return read(COLUMNS, id);
    }

    /**
     * Nobody else changes it, or hangs a file on it, until the transaction ends.
     *
     * @throws UnknownDraft when there is none
     */
    Stored hold(DraftId id) {
        return read(COLUMNS + " for update", id);
    }

    private Stored read(String sql, DraftId id) {
        return jdbc.query(sql, DraftStore::stored, id.value()).stream()
                .findFirst()
                .orElseThrow(UnknownDraft::new);
    }

    /** The enterprise's open draft of the service, a new one where it has none. */
    DraftId begin(ServiceId service, int edition, UUID enterprise, FilledIn filledIn) {
        int begun =
                jdbc.update(
                        """
                        insert into services.draft
                            (tenant_id, id, service_id, edition, enterprise_id, answers, applicant_name, applicant_phone,
                             begun_by, updated_name, updated_at)
                        values (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?)
                        on conflict (tenant_id, enterprise_id, service_id) where case_id is null do nothing\
                        """,
                        CurrentTenant.get().value(),
                        DraftId.next().value(),
                        service.value(),
                        edition,
                        enterprise,
                        ServiceJson.write(filledIn.answers()),
                        filledIn.applicant().name(),
                        filledIn.applicant().phone(),
                        person.username(),
                        person.displayName(),
                        now());
        return jdbc
                .query(
                        "select id from services.draft where enterprise_id = ? and service_id = ? and case_id is null",
                        (row, n) -> new DraftId(row.getObject(1, UUID.class)),
                        enterprise,
                        service.value())
                .stream()
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException("A draft is gone at once; begun: " + begun));
    }

    long write(DraftId id, int edition, FilledIn filledIn) {
        return jdbc.query(
                        """
                        update services.draft set answers = ?::jsonb, applicant_name = ?, applicant_phone = ?, pledged = ?,
                            deferred = ?, edition = ?, updated_name = ?, updated_at = ?, version = version + 1
                        where id = ? returning version\
                        """,
                        (row, n) -> row.getLong(1),
                        ServiceJson.write(filledIn.answers()),
                        filledIn.applicant().name(),
                        filledIn.applicant().phone(),
                        filledIn.pledged(),
                        filledIn.deferred().toArray(String[]::new),
                        edition,
                        person.displayName(),
                        now(),
                        id.value())
                .getFirst();
    }

    void handedIn(DraftId id, CaseId as) {
        jdbc.update(
                "update services.draft set case_id = ?, updated_name = ?, updated_at = ?, version = version + 1 where id = ?",
                as.value(),
                person.displayName(),
                now(),
                id.value());
    }

    /** Its papers go with it. */
    void delete(DraftId id) {
        jdbc.update("delete from services.draft where id = ?", id.value());
    }

    /** Files by material, in the order in which they were named. */
    Map<String, Set<UUID>> papers(DraftId id) {
        Map<String, Set<UUID>> papers = new LinkedHashMap<>();
        jdbc.query(
                "select material, file_id from services.draft_paper where draft_id = ? order by added_at, file_id",
                row -> {
                    papers.computeIfAbsent(row.getString(1), m -> new LinkedHashSet<>())
                            .add(row.getObject(2, UUID.class));
                },
                id.value());
        return papers;
    }

    void addPaper(DraftId id, String material, UUID file) {
        jdbc.update(
                """
                insert into services.draft_paper (tenant_id, draft_id, material, file_id, added_at)
                values (?, ?, ?, ?, ?) on conflict do nothing\
                """,
                CurrentTenant.get().value(),
                id.value(),
                material,
                file,
                now());
    }

    /** Whether it was one. */
    boolean removePaper(DraftId id, String material, UUID file) {
        return jdbc.update(
                        "delete from services.draft_paper where draft_id = ? and material = ? and file_id = ?",
                        id.value(),
                        material,
                        file)
                > 0;
    }

    /** Papers of materials that are not asked for any more. */
    void dropPapers(DraftId id, Collection<String> besides) {
        jdbc.update(
                "delete from services.draft_paper where draft_id = ? and material <> all (?)",
                id.value(),
                besides.toArray(String[]::new));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Stored stored(ResultSet row, int n) throws SQLException {
        var submitted = row.getObject("case_id", UUID.class);
        return new Stored(
                new DraftId(row.getObject("id", UUID.class)),
                new ServiceId(row.getObject("service_id", UUID.class)),
                row.getInt("edition"),
                row.getObject("enterprise_id", UUID.class),
                new FilledIn(
                        ServiceJson.answers(row.getString("answers")),
                        new Applicant(
                                row.getString("applicant_name"), row.getString("applicant_phone")),
                        row.getBoolean("pledged"),
                        Set.copyOf(List.of((String[]) row.getArray("deferred").getArray()))),
                row.getString("updated_name"),
                row.getTimestamp("updated_at").toInstant(),
                submitted == null ? null : new CaseId(submitted),
                row.getLong("version"));
    }
}
