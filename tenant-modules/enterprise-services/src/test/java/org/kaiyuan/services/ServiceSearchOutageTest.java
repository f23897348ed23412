package org.kaiyuan.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.services.SaidServices.Changed;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.testing.Gate;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.TestServers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/** Elasticsearch is away: PostgreSQL finds parts of titles, and codes. */
@KaiyuanTest
@ContextConfiguration(initializers = ServiceSearchOutageTest.ThroughTheGate.class)
@DirtiesContext
@ActAsZone("suining")
class ServiceSearchOutageTest {
    private static final Gate GATE = new Gate(URI.create(TestServers.running().elasticsearchUrl()));

    static class ThroughTheGate
            implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(
                            "kaiyuan.elasticsearch.url=" + GATE.url(),
                            "kaiyuan.elasticsearch.index-prefix=services-outage-"
                                    + TestServers.running().indexPrefix())
                    .applyTo(context);
        }
    }

    @Autowired ServiceKeeping keeping;
    @Autowired OpenServices services;

    @BeforeEach
    void it_is_away() {
        GATE.down();
    }

    @AfterEach
    void it_runs_again() {
        GATE.open();
    }

    @Test
    void services_are_found_by_a_part_of_their_title_or_by_their_code() {
        for (var title : List.of("公路超限运输", "公路标志", "涉路公路施工")) {
            var id =
                    keeping.begin(
                            "GL-" + "超标涉".indexOf(title.charAt(2) == '公' ? '涉' : title.charAt(2)),
                            ServiceTrack.PARK,
                            null,
                            new Changed(SaidServices.park(title)).topics("交通").note());
            keeping.publish(id, 1);
        }
        assertThat(titles("公路")).containsExactlyInAnyOrder("公路超限运输", "公路标志", "涉路公路施工");
        assertThat(titles("gl-1")).containsExactly("公路标志");
        assertThat(titles("怎么办理公路标志？")).containsExactly("公路标志");
        assertThat(services.find("标志", null, null, 10).topics())
                .as("of what was found")
                .containsExactly(java.util.Map.entry("交通", 1));
        var first = services.find("公路", null, null, 1);
        assertThat(services.find("公路", null, first.next(), 1).items())
                .hasSize(1)
                .doesNotContainAnyElementsOf(first.items());
        for (var typed : List.of("%", "_", "\0", "'; drop table services.service; --")) {
            assertThat(titles(typed).size()).as(typed).isIn(0, 3);
        }
    }

    private List<String> titles(String typed) {
        return services.find(typed, null, null, 10).items().stream()
                .map(OpenServiceRow::title)
                .toList();
    }
}
