package org.kaiyuan.plots.rest;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.TestServers;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** Layers over HTTP. */
@KaiyuanTest
class LayerApiTest {
    private static final String LAYERS = "/api/v1/layers";
    private static final String FARMLAND = LAYERS + "/FARMLAND";
    private static final String BOX = "?bbox=104,31,105,32";
    private static final String GEOJSON =
            """
            {"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"name": "一片"},
             "geometry": {"type": "Polygon", "coordinates": [[[104.40, 31.10], [104.402, 31.10], [104.402, 31.102],
              [104.40, 31.102], [104.40, 31.10]]]}}]}
            """;
    private static final String SWAPPED =
            GEOJSON.replaceAll("\\[(104\\.\\d+), (31\\.\\d+)]", "[$2, $1]").replace("一片", "对调的一片");
    private static final String BOW =
            GEOJSON.replace(
                    "[104.402, 31.10], [104.402, 31.102]", "[104.402, 31.102], [104.402, 31.10]");

    @Autowired MockMvc http;
    @Autowired Zones zones;
    @Autowired TestServers servers;

    @BeforeEach
    void no_layers() throws Exception {
        try (var owner = servers.asOwner();
                var sql = owner.createStatement()) {
            sql.execute("truncate plots.layer_shape");
        }
    }

    @Test
    void what_was_assumed_is_told_with_409_and_comes_in_once_it_is_agreed_with() throws Exception {
        ask(file(FARMLAND, SWAPPED))
                .andExpect(status().isConflict())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_JSON))
                .andExpect(jsonPath("$.taken").value(false))
                .andExpect(jsonPath("$.faults", hasSize(0)))
                .andExpect(jsonPath("$.notes[0]").value(containsString("对调")));
        ask(get(LAYERS)).andExpect(jsonPath("$.items", hasSize(0)));

        ask(file(FARMLAND + "?agreed=true", SWAPPED))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.taken").value(true));
        ask(get(LAYERS)).andExpect(jsonPath("$.items[0].shapes").value(1));
        shown("对调的一片");
    }

    @Test
    void a_dry_run_writes_nothing() throws Exception {
        ask(file(FARMLAND + "?dryRun=true&agreed=true", SWAPPED))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.taken").value(false))
                .andExpect(jsonPath("$.shapes").value(1))
                .andExpect(jsonPath("$.notes", hasSize(1)));

        ask(get(LAYERS)).andExpect(jsonPath("$.items", hasSize(0)));
    }

    @Test
    void a_refusal_leaves_the_shapes_that_were_there() throws Exception {
        ask(file(FARMLAND, GEOJSON)).andExpect(status().isCreated());

        ask(file(FARMLAND + "?instead=true&agreed=true", BOW))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.faults[0]").value(containsString("自相交")));
        shown("一片");
        ask(file(FARMLAND + "?instead=true", SWAPPED)).andExpect(status().isConflict());
        shown("一片");

        ask(file(FARMLAND + "?instead=false&agreed=true", SWAPPED)).andExpect(status().isCreated());
        ask(get(LAYERS)).andExpect(jsonPath("$.items[0].shapes").value(2));
        ask(file(FARMLAND + "?instead=true&agreed=true", SWAPPED)).andExpect(status().isCreated());
        shown("对调的一片");
        ask(delete(FARMLAND)).andExpect(status().isNoContent());
        ask(get(LAYERS)).andExpect(jsonPath("$.items", hasSize(0)));
    }

    @Test
    void a_box_or_layer_that_is_none_is_a_problem_although_a_map_was_asked_for() throws Exception {
        ask(get(FARMLAND + "?bbox=1,2,3").accept("application/geo+json"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.errors[0].field").value("bbox"));
        ask(get(LAYERS + "/MOON" + BOX).accept("application/geo+json"))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
    }

    /** It and no other. */
    private void shown(String name) throws Exception {
        ask(get(FARMLAND + BOX))
                .andExpect(content().contentType("application/geo+json"))
                .andExpect(jsonPath("$.features", hasSize(1)))
                .andExpect(jsonPath("$.features[0].properties.name").value(name))
                .andExpect(jsonPath("$.features[0].geometry.coordinates[0]", hasSize(5)));
    }

    private ResultActions ask(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return http.perform(
                request.with(
                        SecurityMockMvcRequestPostProcessors.authentication(
                                zones.somebody("deyang", "*"))));
    }

    private static AbstractMockHttpServletRequestBuilder<?> file(String path, String content) {
        return multipart(path)
                .file(
                        new MockMultipartFile(
                                "file",
                                "layer.dat",
                                MediaType.APPLICATION_OCTET_STREAM_VALUE,
                                content.getBytes(StandardCharsets.UTF_8)));
    }
}
