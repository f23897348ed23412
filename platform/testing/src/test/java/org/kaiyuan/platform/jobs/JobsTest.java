package org.kaiyuan.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.persistence.UuidV7;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

/** Background work: seen by its zone, ended by whom may, done once however many nodes there are. */
@KaiyuanTest
@ActAsZone("jobs-zone")
class JobsTest {
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final Map<UUID, AtomicInteger> RUNS = new ConcurrentHashMap<>();
    private static final Set<String> THREADS = ConcurrentHashMap.newKeySet();
    private static final Set<UUID> ENDED = ConcurrentHashMap.newKeySet();
    private static final Set<Set<UUID>> ASKED_TOGETHER = ConcurrentHashMap.newKeySet();
    private static volatile CountDownLatch gate = new CountDownLatch(0);

    @Autowired Jobs jobs;
    @Autowired JobDirectory directory;
    @Autowired SchedulerWatch watch;
    @Autowired OneTimeTask<TenantJobs.Order> task;
    @Autowired DbSchedulerCustomizer customizer;
    @Autowired DataSource dataSource;
    @Autowired TransactionTemplate transaction;
    @Autowired Zones zones;

    @TestConfiguration
    static class Kinds {
        @Bean
        TenantJob countedJob() {
            return new TenantJob() {
                @Override
                public String kind() {
                    return "test.counted";
                }

                @Override
                public void run(UUID jobId) {
                    RUNS.computeIfAbsent(jobId, id -> new AtomicInteger()).incrementAndGet();
                    THREADS.add(Thread.currentThread().getName());
                    try {
                        while (!gate.await(20, TimeUnit.MILLISECONDS) && !ENDED.contains(jobId)) {
                            assertThat(CurrentTenant.maybe()).isPresent();
                        }
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }

                @Override
                public Map<UUID, JobReport> reports(Collection<UUID> jobIds) {
                    ASKED_TOGETHER.add(Set.copyOf(jobIds));
                    return jobIds.stream()
                            .collect(
                                    Collectors.toMap(
                                            id -> id,
                                            id ->
                                                    new JobReport(
                                                            "名录.xlsx",
                                                            "/somewhere",
                                                            3,
                                                            10,
                                                            ENDED.contains(id)
                                                                    ? JobState.CANCELLED
                                                                    : JobState.DONE)));
                }

                @Override
                public boolean cancel(UUID jobId) {
                    return ENDED.add(jobId);
                }
            };
        }
    }

    @Test
    void a_job_is_done_once_though_two_schedulers_work_on_one_database() {
        gate = new CountDownLatch(0);
        var other =
                Scheduler.create(dataSource, task)
                        .tableName("jobs.scheduled_tasks")
                        .serializer(customizer.serializer().orElseThrow())
                        .schedulerName(new SchedulerName.Fixed("the-other-node"))
                        .pollingInterval(Duration.ofMillis(50))
                        .threads(4)
                        .build();
        var ids = new ArrayList<UUID>();
        try {
            other.start();
            for (int i = 0; i < 60; i++) {
                ids.add(submit());
            }
            await().pollInSameThread()
                    .atMost(SOON)
                    .until(() ->
                            directory.newest(null, 200).stream()
                                            .filter(line -> ids.contains(line.id()))
                                            .filter(line -> line.state() == JobState.DONE)
                                            .count()
                                    == ids.size());
        } finally {
            other.stop();
        }
        assertThat(ids).allSatisfy(id -> assertThat(RUNS.get(id)).hasValue(1));
    }

    @Test
    void a_job_tells_who_what_and_how_far_and_is_ended_by_a_wish() {
        gate = new CountDownLatch(1);
        var id = submit();
        await().pollInSameThread().atMost(SOON).until(() -> line(id).state() == JobState.RUNNING);
        assertThat(line(id).title()).isEqualTo("名录.xlsx");
        assertThat(line(id).username()).isEqualTo("jobs-zone-tester");
        assertThat(line(id).done()).isEqualTo(3);
        assertThat(line(id).total()).isEqualTo(10);

        directory.cancel(id);
        await().pollInSameThread().atMost(SOON).until(() -> line(id).state() == JobState.CANCELLED);
        assertThat(line(id).endedAt()).isNotNull();
        assertThatThrownBy(() -> directory.cancel(id)).isInstanceOf(JobRefused.class);
        gate.countDown();
    }

    @Test
    void those_under_way_are_asked_together() {
        gate = new CountDownLatch(1);
        var both = Set.of(submit(), submit());

        directory.newest(null, 200);

        assertThat(ASKED_TOGETHER).anyMatch(asked -> asked.containsAll(both));
        gate.countDown();
    }

    @Test
    void somebody_elses_job_is_ended_only_with_the_permission() {
        gate = new CountDownLatch(1);
        var id =
                CurrentTenant.actAs(
                        zones.zone("jobs-zone"),
                        () ->
                                org.kaiyuan.platform.tenancy.SystemActing.inTenant(
                                        zones.zone("jobs-zone"), this::submit));
        var before = org.springframework.security.core.context.SecurityContextHolder.getContext();
        org.springframework.security.core.context.SecurityContextHolder.setContext(
                new org.springframework.security.core.context.SecurityContextImpl(
                        zones.somebody("jobs-zone", "jobs:read")));
        assertThatThrownBy(() -> directory.cancel(id)).isInstanceOf(AccessDeniedException.class);
        org.springframework.security.core.context.SecurityContextHolder.setContext(before);
        directory.cancel(id);
        await().pollInSameThread().atMost(SOON).until(() -> !line(id).state().isUnderWay());
        gate.countDown();
    }

    @Test
    void the_operator_sees_how_the_scheduler_does() {
        var health = watch.health();

        assertThat(health.recurring())
                .extracting(SchedulerHealth.Recurring::name)
                .contains("zone-chores", "audit-seal");
        assertThat(health.due()).isNotNegative();
    }

    @Test
    @ActAsZone(value = "jobs-zone", permissions = "jobs:read")
    void who_may_not_is_refused() {
        assertThatThrownBy(watch::health).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void another_zone_sees_nothing() {
        gate = new CountDownLatch(0);
        var id = submit();
        await().pollInSameThread().atMost(SOON).until(() -> line(id).state() == JobState.DONE);

        List<JobLine> theirs = zones.in("jobs-other", () -> directory.newest(null, 200));
        assertThat(theirs).isEmpty();
        assertThatThrownBy(() ->
                        zones.in(
                                "jobs-other",
                                () -> {
                                    directory.cancel(id);
                                    return 1;
                                }))
                .isInstanceOf(UnknownJob.class);
    }

    private UUID submit() {
        var id = UuidV7.next();
        transaction.executeWithoutResult(
                open -> jobs.submit("test.counted", CurrentTenant.get(), id));
        return id;
    }

    private JobLine line(UUID id) {
        return directory.newest(null, 200).stream()
                .filter(line -> line.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
