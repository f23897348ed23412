package org.kaiyuan.enterprises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Tags and saved views as programs use them. */
@KaiyuanTest
class EnterpriseViewsAndTagsApiTest {
    private static final String ALL = "/api/v1/enterprises";
    private static final String TAGS = ALL + "/tags";
    private static final String VIEWS = ALL + "/views";
    private static final String SUSPENDED =
            "{\"name\": \"%s\", \"shared\": %s, \"q\": \"锂电\", \"filter\": {\"status\": [\"SUSPENDED\"],"
                    + " \"capitalFrom\": 1000000}, \"sort\": \"CAPITAL\"}";

    @Autowired MockMvc http;
    @Autowired EnterpriseRegistration registration;
    @Autowired EnterpriseDirectory directory;
    @Autowired Zones zones;

    @Test
    void a_tag_is_put_on_one_and_taken_off_again() throws Exception {
        var id = registered("tags-one", "甲有限公司");
        var tags = ALL + "/" + id + "/tags";

        ask("tags-one", post(tags), "{\"tag\": \"重点/锂电\"}")
                .andExpect(status().isOk())
                .andExpect(header().string("ETag", "\"1\""))
                .andExpect(jsonPath("$.tags[0]").value("重点/锂电"));
        ask("tags-one", post(tags), "{\"tag\": \"重点/锂电\"}")
                .andExpect(status().isOk())
                .andExpect(header().string("ETag", "\"1\""));
        ask("tags-one", get(TAGS)).andExpect(jsonPath("$.items[0]").value("重点/锂电"));
        ask("tags-one", delete(tags).param("tag", "重点/锂电"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.tags.length()").value(0));
        ask("tags-one", post(tags), "{}").andExpect(status().isUnprocessableContent());
        ask("tags-one", delete(tags)).andExpect(status().isBadRequest());
    }

    @Test
    void a_tag_that_is_posted_again_with_its_key_is_answered_alike() throws Exception {
        var id = registered("tags-key", "甲有限公司");
        for (int i = 0; i < 2; i++) {
            ask(
                            "tags-key",
                            post(ALL + "/" + id + "/tags").header("Idempotency-Key", "k"),
                            "{\"tag\": \"重点\"}")
                    .andExpect(status().isOk())
                    .andExpect(header().string("ETag", "\"1\""))
                    .andExpect(jsonPath("$.tags[0]").value("重点"));
        }
    }

    @Test
    void many_are_tagged_by_id_or_by_what_is_filtered() throws Exception {
        var one = registered("tags-many", "甲有限公司");
        var two = registered("tags-many", "乙有限公司");

        ask(
                        "tags-many",
                        post(TAGS),
                        "{\"act\": \"ADD\", \"tag\": \"走访\", \"enterprises\": [\"%s\", \"%s\", null]}"
                                .formatted(one, UUID.randomUUID()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.changed").value(1));
        ask(
                        "tags-many",
                        post(TAGS).param("name", "乙"),
                        "{\"act\": \"ADD\", \"tag\": \"乙类\", \"all\": true}")
                .andExpect(jsonPath("$.changed").value(1));
        assertThat(tagsOf("tags-many", one)).containsExactly("走访");
        assertThat(tagsOf("tags-many", two)).containsExactly("乙类");
        ask("tags-many", post(TAGS), "{\"act\": \"REMOVE\", \"tag\": \"走访\", \"all\": true}")
                .andExpect(jsonPath("$.changed").value(1));
        assertThat(tagsOf("tags-many", one)).isEmpty();
    }

    @Test
    void a_bulk_act_that_does_not_say_on_which_or_what_is_refused() throws Exception {
        var id = registered("tags-bad", "甲有限公司");

        for (var unclear :
                new String[] {
                    "{\"act\": \"ADD\", \"tag\": \"走访\"}",
                    "{\"act\": \"ADD\", \"tag\": \"走访\", \"all\": false}",
                    "{\"act\": \"ADD\", \"tag\": \"走访\", \"all\": true, \"enterprises\": []}",
                    "{\"act\": \"ADD\", \"all\": true}"
                }) {
            ask("tags-bad", post(TAGS), unclear)
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(jsonPath("$.detail").isNotEmpty());
        }
        ask("tags-bad", post(TAGS), "{\"tag\": \"走访\", \"all\": true}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("act"));
        assertThat(tagsOf("tags-bad", id)).isEmpty();
    }

    @Test
    void a_view_is_kept_read_renamed_and_thrown_away() throws Exception {
        var there =
                Objects.requireNonNull(
                        ask("views-api", post(VIEWS), SUSPENDED.formatted("停产", false))
                                .andExpect(status().isCreated())
                                .andExpect(jsonPath("$.mine").value(true))
                                .andReturn()
                                .getResponse()
                                .getHeader("Location"));

        ask("views-api", get(there))
                .andExpect(jsonPath("$.name").value("停产"))
                .andExpect(jsonPath("$.q").value("锂电"))
                .andExpect(jsonPath("$.filter.status[0]").value("SUSPENDED"))
                .andExpect(jsonPath("$.filter.capitalFrom").value(1000000))
                .andExpect(jsonPath("$.sort").value("CAPITAL"));
        ask("views-api", put(there), "{\"name\": \"改名\", \"shared\": true}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.q").value(""))
                .andExpect(jsonPath("$.shared").value(true));
        ask("views-api", post(VIEWS), SUSPENDED.formatted("停产", false))
                .andExpect(status().isCreated());
        ask("views-api", put(there), "{\"name\": \"停产\"}").andExpect(status().isConflict());
        ask("views-api", get(VIEWS)).andExpect(jsonPath("$.items.length()").value(2));
        ask("views-api", delete(there)).andExpect(status().isNoContent());
        ask("views-api", get(there)).andExpect(status().isNotFound());
    }

    @Test
    void a_view_that_would_not_be_the_same_when_opened_is_refused() throws Exception {
        for (var bad :
                new String[] {
                    "{\"q\": \"锂电\"}",
                    "{\"name\": \"长\", \"q\": \"%s\"}".formatted("长".repeat(201)),
                    "{\"name\": \"负\", \"filter\": {\"capitalFrom\": -1}}",
                    "{\"name\": \"年\", \"filter\": {\"foundedFrom\": 123456}}"
                }) {
            ask("views-bad", post(VIEWS), bad).andExpect(status().isUnprocessableContent());
        }
        ask("views-bad", post(VIEWS), "{\"name\": \"甲\", \"filter\": {\"state\": \"X\"}}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("filter.state"));
        ask("views-bad", get(VIEWS)).andExpect(jsonPath("$.items.length()").value(0));
    }

    @Test
    void a_colleague_reads_what_is_shared_and_changes_nothing_of_it() throws Exception {
        var shared = kept("views-colleague", "给大家", true);
        var own = kept("views-colleague", "给自己", false);
        var colleague = colleague("views-colleague");

        as(colleague, get(VIEWS))
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].mine").value(false));
        as(colleague, get(shared)).andExpect(status().isOk());
        as(colleague, get(own)).andExpect(status().isNotFound());
        as(colleague, delete(shared)).andExpect(status().isNotFound());
        as(colleague, json(put(shared), "{\"name\": \"抢走\"}")).andExpect(status().isNotFound());
        ask("views-colleague", get(shared)).andExpect(jsonPath("$.name").value("给大家"));
    }

    @Test
    void another_zone_sees_nothing_and_who_may_only_read_tags_nothing() throws Exception {
        var id = registered("tags-mine", "甲有限公司");
        var view = kept("tags-mine", "给大家", true);

        ask("tags-theirs", post(ALL + "/" + id + "/tags"), "{\"tag\": \"偷\"}")
                .andExpect(status().isNotFound());
        ask("tags-theirs", delete(ALL + "/" + id + "/tags").param("tag", "偷"))
                .andExpect(status().isNotFound());
        ask("tags-mine", post(ALL + "/" + UUID.randomUUID() + "/tags"), "{\"tag\": \"无\"}")
                .andExpect(status().isNotFound());
        ask(
                        "tags-theirs",
                        post(TAGS),
                        "{\"act\": \"ADD\", \"tag\": \"偷\", \"enterprises\": [\"%s\"]}"
                                .formatted(id))
                .andExpect(jsonPath("$.changed").value(0));
        ask("tags-theirs", post(TAGS), "{\"act\": \"ADD\", \"tag\": \"偷\", \"all\": true}")
                .andExpect(jsonPath("$.changed").value(0));
        ask("tags-theirs", get(VIEWS)).andExpect(jsonPath("$.items.length()").value(0));
        ask("tags-theirs", get(view)).andExpect(status().isNotFound());
        ask("tags-theirs", put(view), "{\"name\": \"偷\"}").andExpect(status().isNotFound());
        ask("tags-theirs", delete(view)).andExpect(status().isNotFound());
        as(colleague("tags-mine"), json(post(ALL + "/" + id + "/tags"), "{\"tag\": \"读\"}"))
                .andExpect(status().isForbidden());
        assertThat(tagsOf("tags-mine", id)).isEmpty();
    }

    private String kept(String zone, String name, boolean shared) throws Exception {
        var answer =
                ask(zone, post(VIEWS), SUSPENDED.formatted(name, shared))
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        return VIEWS + "/" + JsonPath.<String>read(answer, "$.id");
    }

    private EnterpriseId registered(String zone, String name) {
        return Objects.requireNonNull(
                zones.in(zone, () -> registration.register(EnterpriseProfile.named(name))));
    }

    private Set<String> tagsOf(String zone, EnterpriseId id) {
        return Objects.requireNonNull(zones.in(zone, () -> directory.details(id).profile().tags()));
    }

    private Authentication colleague(String zone) {
        var tester = (Zones.Tester) zones.somebody(zone, "*").getPrincipal();
        return new TestingAuthenticationToken(
                new Zones.Tester(tester.tenantId(), zone + "-colleague"),
                "",
                "ROLE_" + EnterprisePermissions.READ);
    }

    private ResultActions ask(String zone, MockHttpServletRequestBuilder request, String body)
            throws Exception {
        return ask(zone, json(request, body));
    }

    private ResultActions ask(String zone, MockHttpServletRequestBuilder request) throws Exception {
        return as(zones.somebody(zone, "*"), request);
    }

    private ResultActions as(Authentication who, MockHttpServletRequestBuilder request)
            throws Exception {
        return http.perform(request.with(authentication(who)));
    }

    private static MockHttpServletRequestBuilder json(
            MockHttpServletRequestBuilder request, String body) {
        return request.contentType(MediaType.APPLICATION_JSON).content(body);
    }
}
