package org.kaiyuan.embedded.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedElasticsearchTest {
    private static final String SETTINGS =
            """
            {"settings": {"number_of_replicas": 0, "analysis": {
               "char_filter": {"simplified": {"type": "mapping", "mappings": ["電=>电", "腦=>脑"]}},
               "analyzer": {"chinese": {"type": "custom", "char_filter": ["icu_normalizer", "simplified"],
                                        "tokenizer": "smartcn_tokenizer"}}}},
             "mappings": {"properties": {"scope": {"type": "text", "analyzer": "chinese"}}}}\
            """;

    @TempDir Path folder;

    @Test
    void chinese_text_is_found_and_is_still_there_after_a_restart() throws Exception {
        // given
        try (var node = EmbeddedElasticsearch.start(options())) {
            assertThat(send(node.url(), "PUT", "/things", SETTINGS))
                    .contains("\"acknowledged\":true");
            send(node.url(), "PUT", "/things/_doc/1?refresh=true", "{\"scope\": \"电脑销售；ＡＢＣ服务\"}");

            // then
            assertThat(found(node, "電腦")).contains("\"_id\":\"1\"");
            assertThat(found(node, "abc")).contains("\"_id\":\"1\"");
            assertThat(found(node, "水泥")).doesNotContain("\"_id\":\"1\"");
            assertThat(send(node.url(), "GET", "/", null)).contains("\"number\"");
        }

        // when
        try (var again = EmbeddedElasticsearch.start(options())) {
            // then
            assertThat(found(again, "電腦")).contains("\"_id\":\"1\"");
        }
    }

    private EmbeddedElasticsearch.Options options() {
        var home =
                Path.of(
                        System.getProperty("kaiyuan.root"),
                        "infra/elasticsearch/target/elasticsearch");
        return new EmbeddedElasticsearch.Options(home, folder, 0, "512m", true);
    }

    private static String found(EmbeddedElasticsearch node, String text) throws Exception {
        return send(
                node.url(),
                "POST",
                "/things/_search",
                "{\"query\": {\"match\": {\"scope\": \"%s\"}}}".formatted(text));
    }

    private static String send(URI base, String method, String path, String body) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var publisher =
                    body == null
                            ? HttpRequest.BodyPublishers.noBody()
                            : HttpRequest.BodyPublishers.ofString(body);
            var request =
                    HttpRequest.newBuilder(base.resolve(path))
                            .method(method, publisher)
                            .header("Content-Type", "application/json")
                            .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }
}
