package org.kaiyuan.services;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.EntryId;
import org.kaiyuan.delegation.MatterId;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.platform.tenancy.TenantId;

/**
 * A case as it is stored; whoever got it from {@link CaseStore#hold} is alone with it until the transaction ends.
 *
 * @param opinionsDueOn the latest day of the opinions that are awaited; null where none is
 */
record Held(
        CaseId id,
        long version,
        String receipt,
        String pickupCode,
        UUID madeOf,
        ServiceId service,
        int edition,
        String title,
        ServiceTrack track,
        @Nullable MatterId matter,
        @Nullable CaseId partOf,
        @Nullable Integer partNumber,
        @Nullable EnterpriseId enterprise,
        String enterpriseName,
        @Nullable String creditCode,
        @Nullable String applicantUsername,
        Applicant applicant,
        CaseChannel channel,
        CaseState state,
        StepKind step,
        Instant stepSince,
        WaitingFor waitingFor,
        FormAnswers answers,
        boolean pledged,
        @Nullable Boolean pledgeKept,
        @Nullable String pledgeSaid,
        Instant submittedAt,
        LocalDate saidSince,
        @Nullable LocalDate supplementAskedOn,
        @Nullable String supplementSaid,
        @Nullable LocalDate supplementDueOn,
        @Nullable LocalDate supplementedOn,
        @Nullable LocalDate acceptedOn,
        boolean deemed,
        @Nullable CaseCourse course,
        @Nullable CaseRuling ruling,
        @Nullable EntryId entry,
        @Nullable Integer statutoryDays,
        int promisedDays,
        int extensionDays,
        @Nullable Integer extensionAskedDays,
        @Nullable String extensionAskedBy,
        @Nullable String extensionAskedWhy,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate statutoryDueOn,
        @Nullable LocalDate stoppedSince,
        @Nullable LocalDate deferredDueOn,
        @Nullable LocalDate nextOn,
        @Nullable String team,
        @Nullable String owner,
        @Nullable String ownerName,
        @Nullable TenantId company,
        @Nullable String companyName,
        @Nullable CaseOutcome outcome,
        @Nullable LocalDate decidedOn,
        @Nullable String decision,
        @Nullable String decidedName,
        @Nullable LocalDate deliveredOn,
        @Nullable DeliveryWay deliveredWay,
        @Nullable String deliveredProof,
        @Nullable Instant archivedAt,
        @Nullable String archiveSha256,
        @Nullable LocalDate endedOn,
        @Nullable LocalDate opinionsDueOn) {
    /** All days here are those of China. */
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** What {@link #of} reads; {@code c} is the case. */
    static final String COLUMNS =
            """
            c.*, (select max(o.due_on) from services.case_opinion o
                  where o.tenant_id = c.tenant_id and o.case_id = c.id and o.verdict is null) as opinions_due_on\
            """;

    static Held of(ResultSet row) throws SQLException {
        var matter = row.getObject("matter_id", UUID.class);
        var partOf = row.getObject("part_of", UUID.class);
        var enterprise = row.getObject("enterprise_id", UUID.class);
        var ruling = row.getString("ruling");
        var entry = row.getObject("entry_id", UUID.class);
        var company = row.getObject("company", Long.class);
        var archivedAt = row.getTimestamp("archived_at");
        return new Held(
                new CaseId(row.getObject("id", UUID.class)),
                row.getLong("version"),
                row.getString("receipt"),
                row.getString("pickup_code"),
                row.getObject("made_of", UUID.class),
                new ServiceId(row.getObject("service_id", UUID.class)),
                row.getInt("edition"),
                row.getString("title"),
                ServiceTrack.valueOf(row.getString("track")),
                matter == null ? null : new MatterId(matter),
                partOf == null ? null : new CaseId(partOf),
                row.getObject("part_number", Integer.class),
                enterprise == null ? null : new EnterpriseId(enterprise),
                row.getString("enterprise_name"),
                row.getString("credit_code"),
                row.getString("applicant_username"),
                new Applicant(row.getString("applicant_name"), row.getString("applicant_phone")),
                CaseChannel.valueOf(row.getString("channel")),
                CaseState.valueOf(row.getString("state")),
                StepKind.valueOf(row.getString("step")),
                row.getTimestamp("step_since").toInstant(),
                WaitingFor.valueOf(row.getString("waiting_for")),
                ServiceJson.answers(row.getString("answers")),
                row.getBoolean("pledged"),
                row.getObject("pledge_kept", Boolean.class),
                row.getString("pledge_said"),
                row.getTimestamp("submitted_at").toInstant(),
                row.getObject("said_since", LocalDate.class),
                day(row, "supplement_asked_on"),
                row.getString("supplement_said"),
                day(row, "supplement_due_on"),
                day(row, "supplemented_on"),
                day(row, "accepted_on"),
                row.getBoolean("deemed"),
                constant(CaseCourse.class, row.getString("course")),
                ruling == null ? null : ServiceJson.ruling(ruling),
                entry == null ? null : new EntryId(entry),
                row.getObject("statutory_days", Integer.class),
                row.getInt("promised_days"),
                row.getInt("extension_days"),
                row.getObject("extension_asked_days", Integer.class),
                row.getString("extension_asked_by"),
                row.getString("extension_asked_why"),
                day(row, "due_on"),
                day(row, "statutory_due_on"),
                day(row, "stopped_since"),
                day(row, "deferred_due_on"),
                day(row, "next_on"),
                row.getString("team"),
                row.getString("owner"),
                row.getString("owner_name"),
                company == null ? null : new TenantId(company),
                row.getString("company_name"),
                constant(CaseOutcome.class, row.getString("outcome")),
                day(row, "decided_on"),
                row.getString("decision"),
                row.getString("decided_name"),
                day(row, "delivered_on"),
                constant(DeliveryWay.class, row.getString("delivered_way")),
                row.getString("delivered_proof"),
                archivedAt == null ? null : archivedAt.toInstant(),
                row.getString("archive_sha256"),
                day(row, "ended_on"),
                day(row, "opinions_due_on"));
    }

    LocalDate submittedOn() {
        return LocalDate.ofInstant(submittedAt, ZONE);
    }

    boolean stopped() {
        return stoppedSince != null;
    }

    boolean bundle() {
        return track == ServiceTrack.BUNDLE;
    }

    boolean extensionAsked() {
        return extensionAskedDays != null;
    }

    boolean pledgeOpen() {
        return pledged && pledgeKept == null && outcome == CaseOutcome.GRANTED;
    }

    private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static <E extends Enum<E>> @Nullable E constant(Class<E> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }
}
