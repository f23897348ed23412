package org.kaiyuan.services;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.kaiyuan.delegation.DelegationMode;
import org.kaiyuan.delegation.EntryAct;
import org.kaiyuan.delegation.EntryId;
import org.kaiyuan.delegation.EntryNote;
import org.kaiyuan.delegation.ListDrafting;
import org.kaiyuan.delegation.ListPublishing;
import org.kaiyuan.delegation.MatterDraft;
import org.kaiyuan.delegation.MatterId;
import org.kaiyuan.delegation.MatterKeeping;
import org.kaiyuan.delegation.MatterKind;
import org.kaiyuan.delegation.PowerListKind;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.transaction.support.TransactionTemplate;

/** Cases on the table of one zone, on a day that the test chooses. */
@KaiyuanTest
@ActAsZone(CaseTable.ZONE)
@Import(CaseTable.Moved.class)
abstract class CaseTable {
    static final String ZONE = "case-acts";

    /** A Monday; 清明 is the next holiday. */
    static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    /** A clock that goes when it is told. */
    static final class MovableClock extends Clock {
        private volatile Instant now = DAY.atTime(LocalTime.NOON).atZone(Held.ZONE).toInstant();

        @Override
        public ZoneId getZone() {
            return Held.ZONE;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public synchronized Instant instant() {
            now = now.plusMillis(1);
            return now;
        }

        synchronized void to(LocalDate day) {
            now = day.atTime(LocalTime.NOON).atZone(Held.ZONE).toInstant();
        }
    }

    /** No stereotype: the scan of the test's application would move everybody's clock. */
    static class Moved {
        @Bean
        @Primary
        MovableClock movableClock() {
            return new MovableClock();
        }
    }

    @Autowired CaseStore store;
    @Autowired CaseReader reader;
    @Autowired CaseAcceptance acceptance;
    @Autowired CaseClockKeeping keeping;
    @Autowired CaseReview review;
    @Autowired CaseDecision decision;
    @Autowired CaseDelivery delivery;
    @Autowired JdbcTemplate jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired Zones zones;
    @Autowired MovableClock clock;
    @Autowired MatterKeeping matters;
    @Autowired ListDrafting drafting;
    @Autowired ListPublishing publishing;

    @BeforeEach
    void theDay() {
        clock.to(DAY);
    }

    static Material material(String key, boolean required, boolean deferrable) {
        return new Material(
                key,
                "材料" + key,
                null,
                1,
                0,
                required,
                deferrable,
                false,
                null,
                List.of(),
                List.of());
    }

    /** Ten working days promised of twenty, two papers, one of which may follow. */
    static ServiceNote note(ServiceTrack track, ReviewSeat... seats) {
        var plain = ServiceDefaults.note(track, "企业投资项目备案");
        return new ServiceNote(
                plain.guide(),
                null,
                List.of(),
                List.of(material("a", true, false), material("b", true, true)),
                ServiceKind.COMMITTED,
                track == ServiceTrack.STATUTORY ? 20 : null,
                10,
                Set.of(HandlingMode.DEFERRAL, HandlingMode.PLEDGE),
                1,
                null,
                List.of(),
                plain.form(),
                new Procedure(plain.procedure().steps(), List.of(seats)),
                List.of(),
                List.of());
    }

    /** A service whose one edition says that. */
    ServiceId service(ServiceTrack track, @Nullable MatterId matter, ServiceNote note) {
        var id = ServiceId.next();
        return work(() -> {
            var zone = CurrentTenant.get().value();
            jdbc.update(
                    """
                    insert into services.service (tenant_id, id, code, track, state, matter_id, title, edition, updated_at)
                    values (?, ?, ?, ?, 'OPEN', ?, ?, 1, ?)\
                    """,
                    zone,
                    id.value(),
                    "T" + id.value(),
                    track.name(),
                    matter == null ? null : matter.value(),
                    note.title(),
                    Timestamp.from(clock.instant()));
            jdbc.update(
                    """
                    insert into services.edition (tenant_id, service_id, number, note, published_at, published_by, published_name)
                    values (?, ?, 1, ?::jsonb, ?, 'test', '测试')\
                    """,
                    zone,
                    id.value(),
                    ServiceJson.write(note),
                    Timestamp.from(clock.instant()));
            return id;
        });
    }

    /** Handed in now, with both papers. */
    CaseId submitted(ServiceTrack track, @Nullable MatterId matter, ServiceNote note) {
        return submitted(track, matter, note, null, 0, false);
    }

    CaseId submitted(
            ServiceTrack track,
            @Nullable MatterId matter,
            ServiceNote note,
            @Nullable CaseId partOf,
            int number,
            boolean pledged) {
        var service = service(track, matter, note);
        var id = CaseId.next();
        return work(() -> {
            store.insert(
                    new NewCase(
                            id,
                            "R-" + id.value(),
                            "ABCD2345",
                            UUID.randomUUID(),
                            service,
                            1,
                            note.title(),
                            track,
                            matter,
                            partOf,
                            partOf == null ? null : number,
                            null,
                            "四川甲科技有限公司",
                            null,
                            null,
                            new Applicant("王芳", "13800001234"),
                            CaseChannel.COUNTER,
                            StepKind.PRECHECK,
                            FormAnswers.NONE,
                            pledged,
                            clock.instant(),
                            note.statutoryDays(),
                            note.promisedDays(),
                            null));
            Map<String, MaterialState> materials = new LinkedHashMap<>();
            note.materials().forEach(one -> materials.put(one.key(), MaterialState.HANDED_IN));
            store.insertMaterials(id, materials);
            store.happened(store.read(id), CaseAct.SUBMIT, StepKind.APPLY, today(), null, true);
            store.settle(id);
            return id;
        });
    }

    CaseId submitted() {
        return submitted(ServiceTrack.PARK, null, note(ServiceTrack.PARK));
    }

    CaseId accepted(ReviewSeat... seats) {
        var id = submitted(ServiceTrack.PARK, null, note(ServiceTrack.PARK, seats));
        acceptance.accept(id, version(id));
        return id;
    }

    void allGood(CaseId id) {
        for (var line : work(() -> reader.materials(id))) {
            review.check(id, line.material(), true, null, version(id));
        }
    }

    void state(CaseId id, String material, MaterialState state) {
        work(() ->
                jdbc.update(
                        "update services.case_material set state = ? where case_id = ? and material = ?",
                        state.name(),
                        id.value(),
                        material));
    }

    Held held(CaseId id) {
        return work(() -> store.read(id));
    }

    long version(CaseId id) {
        return held(id).version();
    }

    List<CaseAct> acts(CaseId id) {
        return work(() -> reader.events(id)).stream().map(CaseEvent::act).toList();
    }

    List<CaseLetter> letters(CaseId id) {
        return work(() -> reader.letters(id));
    }

    <T> T work(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(open -> work.get()));
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** As a colleague who may everything of services. */
    void asColleague(Runnable work) {
        as(
                "colleague",
                () -> {
                    work.run();
                    return true;
                });
    }

    <T> T as(String username, Callable<T> work) {
        var before = SecurityContextHolder.getContext();
        SecurityContextHolder.setContext(
                new SecurityContextImpl(
                        new TestingAuthenticationToken(
                                new Zones.Tester(zones.zone(ZONE), username),
                                "",
                                AuthorityUtils.createAuthorityList(
                                        "ROLE_services:read",
                                        "ROLE_services:handle",
                                        "ROLE_services:decide"))));
        try {
            return work.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    MatterId matter() {
        return matters.add(
                new MatterDraft(
                        null, null, "事项" + UUID.randomUUID(), MatterKind.PERMIT, null, List.of()));
    }

    /** Granted by a list of its own, a good while ago. */
    EntryId granted(MatterId matter) {
        var list = drafting.begin(PowerListKind.EMPOWERMENT, "清单" + UUID.randomUUID());
        var effective = DAY.minusDays(100);
        var entries =
                drafting.putAll(
                        list,
                        new ArrayList<>(
                                List.of(
                                        new ListDrafting.Change(
                                                null,
                                                new EntryNote(
                                                        matter,
                                                        EntryAct.GRANT,
                                                        null,
                                                        "市发展和改革委员会",
                                                        "经开区行政审批局",
                                                        DelegationMode.DIRECT,
                                                        EntryNote.Scope.ALL,
                                                        new EntryNote.Days(effective, null, null),
                                                        new EntryNote.Paper(
                                                                null,
                                                                "德府发〔2026〕1号",
                                                                effective.minusDays(40),
                                                                "德阳市人民政府"),
                                                        EntryNote.Paper.NONE,
                                                        EntryNote.Particulars.NONE,
                                                        null)))));
        publishing.check(list);
        publishing.publish(list, null);
        return entries.getFirst();
    }
}
