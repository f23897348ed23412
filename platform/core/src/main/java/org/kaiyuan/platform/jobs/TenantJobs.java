package org.kaiyuan.platform.jobs;

import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.tenancy.SystemActing;
import org.kaiyuan.platform.tenancy.TenantId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Runs every {@link TenantJob} through db-scheduler, bound to its tenant. */
@Configuration(proxyBeanMethods = false)
class TenantJobs {
    static final TaskDescriptor<Order> TASK = TaskDescriptor.of("tenant-job", Order.class);

    private static final int RETRIES = 5;

    /** What is stored of a job until it has run. */
    record Order(String kind, long tenant, String jobId) {}

    @Bean
    OneTimeTask<Order> tenantJob(
            List<TenantJob> jobs, JobBook book, PlatformTransactionManager transactions) {
        var transaction = new TransactionTemplate(transactions);
        Map<String, TenantJob> byKind =
                jobs.stream().collect(Collectors.toMap(TenantJob::kind, Function.identity()));
        return Tasks.oneTime(TASK)
                .onFailure(
                        new FailureHandler.MaxRetriesFailureHandler<>(
                                RETRIES,
                                new FailureHandler.ExponentialBackoffFailureHandler<>(
                                        Duration.ofSeconds(10))))
                .execute((instance, context) -> {
                    var order = instance.getData();
                    var job = byKind.get(order.kind());
                    if (job == null) {
                        throw new IllegalStateException("No TenantJob is of kind " + order.kind());
                    }
                    SystemActing.inTenant(
                            new TenantId(order.tenant()),
                            () -> {
                                run(
                                        job,
                                        UUID.fromString(order.jobId()),
                                        book,
                                        transaction,
                                        context.getExecution().consecutiveFailures >= RETRIES);
                                return true;
                            });
                });
    }

    private static void run(
            TenantJob job, UUID id, JobBook book, TransactionTemplate transaction, boolean last) {
        book.begun(id);
        try {
            job.run(id);
        } catch (RuntimeException failed) {
            book.failed(id, last);
            throw failed;
        }
        book.ended(
                id,
                transaction.<@Nullable JobReport>execute(open -> job.reports(List.of(id)).get(id)));
    }

    @Bean
    DbSchedulerCustomizer jobData() {
        return new DbSchedulerCustomizer() {
            @Override
            public Optional<Serializer> serializer() {
                return Optional.of(new AsJson());
            }
        };
    }

    /** db-scheduler's own serializers know Java's format and Jackson 2 only. */
    private static final class AsJson implements Serializer {
        private final JsonMapper json = JsonMapper.builder().build();

        @Override
        public byte[] serialize(@Nullable Object data) {
            return data == null ? new byte[0] : json.writeValueAsBytes(data);
        }

        @Override
        public <T> @Nullable T deserialize(Class<T> type, byte @Nullable [] data) {
            return data == null || data.length == 0 ? null : json.readValue(data, type);
        }
    }
}
