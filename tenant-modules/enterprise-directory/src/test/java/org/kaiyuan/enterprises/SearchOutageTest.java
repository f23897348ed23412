package org.kaiyuan.enterprises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.testing.Gate;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.TestServers;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/** Elasticsearch is away or hangs: nobody waits, nothing is lost, and it catches up by itself. */
@KaiyuanTest
@ContextConfiguration(initializers = SearchOutageTest.ThroughTheGate.class)
@DirtiesContext
@ActAsZone("guangyuan")
class SearchOutageTest {
    private static final Gate GATE = new Gate(URI.create(TestServers.running().elasticsearchUrl()));
    private static final Duration TWO_SECONDS = Duration.ofSeconds(2);

    enum Outage {
        DOWN,
        HANGING
    }

    static class ThroughTheGate
            implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(
                            "kaiyuan.elasticsearch.url=" + GATE.url(),
                            "kaiyuan.elasticsearch.index-prefix=outage-"
                                    + TestServers.running().indexPrefix())
                    .applyTo(context);
        }
    }

    @Autowired EnterpriseRegistration registration;
    @Autowired EnterpriseRevision revision;
    @Autowired EnterpriseDirectory directory;
    @Autowired EnterpriseSearch search;
    @Autowired Zones zones;

    @AfterEach
    void it_runs_again() {
        GATE.open();
    }

    @ParameterizedTest
    @EnumSource
    void saving_works_answers_come_in_time_and_the_backlog_drains(Outage outage) {
        var before = "广元" + outage + "前川金属有限公司";
        var during = "广元" + outage + "后山陶瓷有限公司";
        registration.register(EnterpriseProfile.named(before));
        awaitFound("前川金属", before);

        begin(outage);
        var started = System.nanoTime();
        registration.register(EnterpriseProfile.named(during));
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(TWO_SECONDS);

        for (int i = 0; i < 6; i++) {
            started = System.nanoTime();
            var finds = search.search("广元" + outage, EnterpriseFilter.ALL, 10);
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(TWO_SECONDS);
            assertThat(finds.degraded()).isTrue();
            assertThat(names(finds)).containsExactlyInAnyOrder(before, during);
        }
        assertThat(search.suggest("广元" + outage))
                .extracting(EnterpriseSuggestion::name)
                .contains(before, during);
        zones.<Boolean>in(
                "bazhong",
                () -> {
                    assertThat(search.search("广元", EnterpriseFilter.ALL, 10).items()).isEmpty();
                    assertThat(search.suggest("广元")).isEmpty();
                    return true;
                });

        GATE.open();
        awaitFound("后山陶瓷", during);
    }

    @Test
    void a_credit_code_is_looked_up_without_elasticsearch() {
        var id =
                registration.register(
                        new ProfileDraft("广元前哨铝业有限公司").code("91350100M000100Y43").done());
        begin(Outage.DOWN);

        assertThat(search.search("91350100M0", EnterpriseFilter.ALL, 10).items())
                .extracting(find -> find.enterprise().id())
                .containsExactly(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\0",
                "华\0创",
                "\uD842",
                "华\uDFB7创",
                "%_\\",
                "'; drop table enterprises.enterprise; --",
                "🙂",
                "\u202e华创"
            })
    void odd_questions_are_answered_without_elasticsearch_too(String typed) {
        begin(Outage.DOWN);
        var filter =
                new EnterpriseFilter(
                        typed,
                        typed,
                        typed,
                        typed,
                        Set.of(),
                        typed,
                        null,
                        null,
                        new BigDecimal("1E-999999999"),
                        new BigDecimal("1E+999999999"),
                        Integer.MIN_VALUE,
                        Integer.MAX_VALUE,
                        typed,
                        typed);

        assertThat(search.search(typed, EnterpriseFilter.ALL, 10).degraded()).isTrue();
        assertThat(search.search(typed, filter, 10).items()).isEmpty();
        assertThat(search.suggest(typed)).hasSizeLessThanOrEqualTo(8);
    }

    private static void begin(Outage outage) {
        if (outage == Outage.DOWN) {
            GATE.down();
        } else {
            GATE.hang();
        }
    }

    private void awaitFound(String typed, String name) {
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> {
                    var finds = search.search(typed, EnterpriseFilter.ALL, 10);
                    assertThat(finds.degraded()).isFalse();
                    assertThat(names(finds)).contains(name);
                });
    }

    private static List<String> names(EnterpriseFinds finds) {
        return finds.items().stream().map(find -> find.enterprise().name()).toList();
    }
}
