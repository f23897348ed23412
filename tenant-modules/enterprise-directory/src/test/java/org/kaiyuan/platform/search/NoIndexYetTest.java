package org.kaiyuan.platform.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kaiyuan.enterprises.search.EnterpriseIndex;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.TestServers;

/** Before the first index is there, nothing takes its place. */
@KaiyuanTest
@ActAsZone("deyang")
class NoIndexYetTest {
    @Test
    void a_removal_waits_and_creates_no_index_in_the_place_of_the_alias() throws Exception {
        var servers = TestServers.running();
        var prefix = "none-" + servers.indexPrefix();
        try (var door = new SearchDoor(() -> URI.create(servers.elasticsearchUrl()), prefix)) {
            assertThatThrownBy(() ->
                            door.write(
                                    EnterpriseIndex.INDEX, List.of(), List.of(UUID.randomUUID())))
                    .isInstanceOf(SearchUnavailable.class);
        }

        try (var http = HttpClient.newHttpClient()) {
            var there =
                    http.send(
                            HttpRequest.newBuilder(
                                            URI.create(
                                                    servers.elasticsearchUrl()
                                                            + "/"
                                                            + prefix
                                                            + "enterprises"))
                                    .HEAD()
                                    .build(),
                            HttpResponse.BodyHandlers.discarding());
            assertThat(there.statusCode()).isEqualTo(404);
        }
    }
}
