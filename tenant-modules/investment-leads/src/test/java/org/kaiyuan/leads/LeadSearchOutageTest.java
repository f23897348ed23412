package org.kaiyuan.leads;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.testing.Gate;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.TestServers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/** Elasticsearch is away: PostgreSQL finds what stands in names and codes. */
@KaiyuanTest
@ContextConfiguration(initializers = LeadSearchOutageTest.ThroughTheGate.class)
@DirtiesContext
class LeadSearchOutageTest {
    private static final String ZONE = "suining";
    private static final Gate GATE = new Gate(URI.create(TestServers.running().elasticsearchUrl()));

    static class ThroughTheGate
            implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(
                            "kaiyuan.elasticsearch.url=" + GATE.url(),
                            "kaiyuan.elasticsearch.index-prefix=leads-outage-"
                                    + TestServers.running().indexPrefix())
                    .applyTo(context);
        }
    }

    @Autowired LeadRegistration registration;
    @Autowired LeadDirectory directory;
    @Autowired LeadSearch search;
    @Autowired LeadPeople people;

    @BeforeEach
    void it_is_away() {
        people.member(ZONE, "outage-a", "甲同事");
        people.member(ZONE, "outage-b", "乙同事");
        GATE.down();
    }

    @AfterEach
    void it_runs_again() {
        GATE.open();
    }

    @Test
    void a_part_is_found_wherever_it_stands_the_code_and_the_whole_name_first() {
        var holding = registered("遂宁光伏组件项目", "Nordwind Turbinen GmbH", false);
        var exact = registered("光伏组件项目", "四川华创新材料有限公司", false);
        var ux = registered("UX1测试 Blue Industries 项目", "遂宁一有限公司", false);
        var secret = registered("保密的光伏组件项目", "遂宁二有限公司", true);
        var code = people.as(ZONE, "outage-a", () -> directory.details(ux).code());
        var number = code.substring(code.indexOf('-') + 1);

        for (var typed :
                List.of("Industries", "ux1", "测试项目", number, number.replace("-", ""), code)) {
            assertThat(hits("outage-b", typed)).as(typed).containsExactly(ux);
        }
        assertThat(hits("outage-b", "turbinen")).containsExactly(holding);
        assertThat(hits("outage-b", "创新材料")).containsExactly(exact);
        assertThat(hits("outage-b", "光伏组件项目")).containsExactly(exact, holding);
        assertThat(hits("outage-a", "光伏组件项目"))
                .containsExactlyInAnyOrder(exact, holding, secret)
                .startsWith(exact);
        for (var typed : List.of("不存在项目", "%", "_", "'; drop table leads.lead; --x", "虚构公司")) {
            assertThat(people.as(ZONE, "outage-b", () -> search.search(typed, LeadFilter.ALL, 10)))
                    .as(typed)
                    .satisfies(finds -> {
                        assertThat(finds.degraded()).isTrue();
                        assertThat(finds.items().size()).isIn(0, typed.length() == 1 ? 3 : 0);
                    });
        }
    }

    private LeadId registered(String name, String investor, boolean confidential) {
        var draft =
                LeadDraft.named(name)
                        .investors(List.of(InvestorLine.named(investor)))
                        .confidential(confidential);
        return people.as(ZONE, "outage-a", () -> registration.register(draft.profile(), false));
    }

    private List<LeadId> hits(String username, String typed) {
        var finds = people.as(ZONE, username, () -> search.search(typed, LeadFilter.ALL, 10));
        assertThat(finds.degraded()).isTrue();
        return finds.items().stream().map(find -> find.lead().id()).toList();
    }
}
