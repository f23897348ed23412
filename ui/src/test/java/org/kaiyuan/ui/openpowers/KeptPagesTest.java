package org.kaiyuan.ui.openpowers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.kaiyuan.delegation.ShownZone;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.platform.tenancy.TenantId;
import org.kaiyuan.ui.openpages.Look;
import org.kaiyuan.ui.openpages.OpenPagesSettings;
import org.kaiyuan.ui.openpages.Templates;
import org.kaiyuan.ui.openpages.TooBusy;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.util.unit.DataSize;

class KeptPagesTest {
    private static final Messages MESSAGES =
            new AnnotationConfigApplicationContext(Messages.class).getBean(Messages.class);
    private static final Look LOOK = new Look("");

    private final KeptPages pages = pages(8, Duration.ofSeconds(5));
    private final AtomicInteger made = new AtomicInteger();

    @Test
    void what_was_made_is_not_made_again_until_something_else_is_shown() {
        var zone = visit(UUID.randomUUID());

        assertThat(pages.get(zone, "powers?", false, this::page))
                .isSameAs(pages.get(zone, "powers?", false, this::page));
        pages.get(visit(UUID.randomUUID()), "powers?", false, this::page);

        assertThat(made).hasValue(2);
    }

    @Test
    void endless_questions_take_no_more_than_they_may_and_leave_what_many_ask_for() {
        var zone = visit(UUID.randomUUID());
        var asked = new AtomicInteger();
        for (int i = 0; i < 3_000; i++) {
            pages.get(zone, "powers?q=" + i, false, this::page);
            if (i % 5 == 0) {
                pages.get(
                        zone,
                        "powers?",
                        false,
                        () -> {
                            asked.incrementAndGet();
                            return page();
                        });
            }
        }

        assertThat(pages.weight()).isLessThanOrEqualTo(DataSize.ofKilobytes(100).toBytes());
        assertThat(asked).as("of 600 times").hasValueLessThan(10);
    }

    @Test
    void nothing_is_not_kept() {
        var zone = visit(UUID.randomUUID());

        assertThat(pages.get(zone, "power x", false, () -> null)).isNull();
        assertThat(pages.weight()).isZero();
    }

    @Test
    void who_comes_when_too_many_are_inside_is_sent_away_for_a_moment() throws Exception {
        var narrow = pages(1, Duration.ofMillis(50));
        var zone = visit(UUID.randomUUID());
        var inside = new CountDownLatch(1);
        var leave = new CountDownLatch(1);
        var slow =
                Thread.ofPlatform()
                        .start(() ->
                                narrow.get(
                                        zone,
                                        "slow",
                                        false,
                                        () -> {
                                            inside.countDown();
                                            await(leave);
                                            return page();
                                        }));
        inside.await();
        try {
            assertThatThrownBy(() -> narrow.get(zone, "other", false, this::page))
                    .isInstanceOf(TooBusy.class);
        } finally {
            leave.countDown();
            slow.join();
        }
        assertThat(narrow.get(zone, "other", false, this::page)).isNotNull();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private KeptPages.Page page() {
        made.incrementAndGet();
        return new KeptPages.Page("openpowers/short", Map.of("title", "甲", "look", LOOK));
    }

    private static KeptPages pages(int atOnce, Duration patience) {
        return new KeptPages(
                new OpenPagesSettings(
                        DataSize.ofKilobytes(100), DataSize.ofMegabytes(1), atOnce, 1, patience),
                new Templates());
    }

    private static Visit visit(UUID revision) {
        return new Visit(
                new ShownZone(
                        new TenantId(1),
                        "deyang",
                        "德阳经济技术开发区",
                        "国家级经开区",
                        "德阳",
                        Instant.EPOCH,
                        revision,
                        Instant.EPOCH),
                new Words(MESSAGES, Locale.SIMPLIFIED_CHINESE),
                new Address("", "deyang", false),
                LocalDate.of(2026, 11, 29),
                false);
    }
}
