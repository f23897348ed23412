package org.kaiyuan.platform.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kaiyuan.enterprises.EnterpriseFilter;
import org.kaiyuan.enterprises.EnterpriseProfile;
import org.kaiyuan.enterprises.EnterpriseRegistration;
import org.kaiyuan.enterprises.search.EnterpriseIndex;
import org.kaiyuan.enterprises.search.WhatWasTyped;
import org.kaiyuan.platform.tenancy.TenantId;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.TestServers;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;

/** The filter of the search door is what keeps zones apart there: without it the same questions see both. */
@KaiyuanTest
@ActAsZone("wall-here")
class ThirdWallTest {
    private static boolean filled;

    @Autowired SearchDoor door;
    @Autowired EnterpriseRegistration registration;
    @Autowired Zones zones;

    /** The door as it would be if somebody forgot the filter. */
    private static class DoorWithoutItsWall extends SearchDoor {
        DoorWithoutItsWall(TestServers servers) {
            super(() -> URI.create(servers.elasticsearchUrl()), servers.indexPrefix());
        }

        @Override
        List<Query> wall(TenantId tenant) {
            return List.of();
        }
    }

    @BeforeEach
    void one_enterprise_on_each_side() {
        if (filled) {
            return;
        }
        registration.register(EnterpriseProfile.named("此园石墨烯科技有限公司"));
        zones.in("wall-there", () -> registration.register(EnterpriseProfile.named("彼园石墨烯科技有限公司")));
        await().pollInSameThread()
                .ignoreExceptionsInstanceOf(SearchUnavailable.class) // no index yet
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> {
                    assertThat(names(door, "石墨烯")).containsExactly("此园石墨烯科技有限公司");
                    zones.<Boolean>in(
                            "wall-there",
                            () -> {
                                assertThat(names(door, "石墨烯")).containsExactly("彼园石墨烯科技有限公司");
                                return true;
                            });
                });
        filled = true;
    }

    @ParameterizedTest
    @ValueSource(strings = {"彼园石墨烯科技有限公司", "石墨烯", "shimoxi", "sym", "石墨西"})
    void another_zone_sees_nothing_and_without_the_filter_it_does(String typed) throws Exception {
        assertThat(names(door, typed)).doesNotContain("彼园石墨烯科技有限公司");

        try (var broken = new DoorWithoutItsWall(TestServers.running())) {
            assertThat(total(broken, "石墨烯")).isGreaterThan(total(door, "石墨烯"));
            assertThat(names(broken, "彼园石墨烯科技有限公司")).contains("彼园石墨烯科技有限公司");
        }
    }

    @Test
    void without_a_zone_nothing_goes_through() {
        var somebody = SecurityContextHolder.getContext();
        SecurityContextHolder.clearContext();
        try {
            assertThatThrownBy(() -> names(door, "石墨烯")).isInstanceOf(IllegalStateException.class);
        } finally {
            SecurityContextHolder.setContext(somebody);
        }
    }

    private static List<String> names(SearchDoor door, String typed) {
        return found(door, typed).hits().stream()
                .map(hit -> String.valueOf(hit.source().get("name")))
                .toList();
    }

    private static long total(SearchDoor door, String typed) {
        return found(door, typed).total();
    }

    private static Found found(SearchDoor door, String typed) {
        return door.search(
                EnterpriseIndex.INDEX,
                new Search(
                        WhatWasTyped.query(typed),
                        WhatWasTyped.filters(EnterpriseFilter.ALL),
                        List.of(),
                        0,
                        50,
                        List.of("name"),
                        List.of()));
    }
}
