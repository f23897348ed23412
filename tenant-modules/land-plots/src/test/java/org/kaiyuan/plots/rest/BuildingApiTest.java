package org.kaiyuan.plots.rest;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.TestServers;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** Buildings, units and leases over HTTP. */
@KaiyuanTest
class BuildingApiTest {
    private static final String BUILDINGS = "/api/v1/buildings";
    private static final String UNITS = "/api/v1/units";
    private static final String LEASES = "/api/v1/leases";
    private static final LocalDate FROM = LocalDate.now().minusMonths(1).minusDays(3);
    private static final LocalDate TO = FROM.plusYears(1).minusDays(1);

    @Autowired MockMvc http;
    @Autowired Zones zones;
    @Autowired TestServers servers;

    @BeforeEach
    void no_buildings() throws Exception {
        try (var owner = servers.asOwner();
                var sql = owner.createStatement()) {
            sql.execute("truncate plots.building, plots.lease cascade");
        }
    }

    @Test
    void a_building_is_registered_changed_and_removed() throws Exception {
        var made =
                ask(sent(post(BUILDINGS), building("A1")))
                        .andExpect(status().isCreated())
                        .andExpect(header().string("ETag", "\"0\""));
        var one = BUILDINGS + "/" + JsonPath.<String>read(body(made), "$.id");

        ask(get(one))
                .andExpect(jsonPath("$.profile.number").value("A1"))
                .andExpect(jsonPath("$.stack[0].level").value(1));
        ask(sent(put(one), building("A2"))).andExpect(status().isPreconditionRequired());
        ask(sent(put(one).header("If-Match", "\"0\""), building("A2")))
                .andExpect(status().isOk())
                .andExpect(header().string("ETag", "\"1\""));
        ask(sent(put(one).header("If-Match", "\"0\""), building("A3")))
                .andExpect(status().isPreconditionFailed());
        ask(sent(post(BUILDINGS), building("A2"))).andExpect(status().isConflict());
        ask(sent(post(BUILDINGS), "{\"number\": \"\", \"name\": \"\"}"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors.length()").value(2));
        ask(sent(post(BUILDINGS), "{\"name\": \"x\"}")).andExpect(status().isBadRequest());
        ask(delete(one).header("If-Match", "\"1\"")).andExpect(status().isNoContent());
        ask(get(one)).andExpect(status().isNotFound());
    }

    @Test
    void a_unit_is_let_paid_for_and_free_again() throws Exception {
        var unit = unit();
        var made =
                body(
                        ask(sent(post(LEASES), lease("ZL-1", unit)))
                                .andExpect(status().isCreated())
                                .andExpect(jsonPath("$.state").value("RUNNING"))
                                .andExpect(jsonPath("$.sums.total").value(240000.0)));
        var lease = LEASES + "/" + JsonPath.<String>read(made, "$.id");

        ask(sent(post(LEASES), lease("ZL-2", unit)))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail").value(containsString("ZL-1")));
        ask(sent(post(LEASES), lease("ZL-2", unit)).header("Accept-Language", "en"))
                .andExpect(jsonPath("$.detail").value(containsString("cannot overlap")));
        ask(get(UNITS + "?state=LEASED&areaFrom=500"))
                .andExpect(jsonPath("$.items[0].tenant").value("甲公司"));
        ask(get(BUILDINGS + "/vacancy")).andExpect(jsonPath("$.overall.rate").value(0));
        ask(get(BUILDINGS + "/vacancy?day=" + FROM.minusDays(1)))
                .andExpect(jsonPath("$.overall.rate").value(1));
        ask(get(LEASES + "/overdue")).andExpect(jsonPath("$.items.length()").value(2));
        ask(get(LEASES + "/ending?months=12"))
                .andExpect(jsonPath("$.items[0].number").value("ZL-1"))
                .andExpect(jsonPath("$.months[0].month").value(TO.toString().substring(0, 7)));

        var payment =
                "{\"reference\": \"B-1\", \"amountYuan\": 30000, \"paidOn\": \"%s\"}"
                        .formatted(LocalDate.now());
        ask(sent(post(lease + "/payments"), payment)).andExpect(status().isCreated());
        ask(sent(post(lease + "/payments"), payment))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.items.length()").value(1));
        ask(sent(post(lease + "/payments"), payment.replace("30000", "1")))
                .andExpect(status().isConflict());
        ask(get(lease + "/instalments"))
                .andExpect(jsonPath("$.items[0].state").value("PAID"))
                .andExpect(jsonPath("$.items[1].paidYuan").value(10000.0))
                .andExpect(jsonPath("$.items[1].state").value("OVERDUE"));
        ask(delete(lease).header("If-Match", "\"0\"")).andExpect(status().isConflict());

        ask(sent(put(lease).header("If-Match", "\"0\""), revised())).andExpect(status().isOk());
        ask(sent(
                        post(lease + "/renewal"),
                        "{\"number\": \"ZL-9\", \"terms\": %s}".formatted(terms(TO.plusYears(1)))))
                .andExpect(status().isCreated());
        var end =
                "{\"lastDay\": \"%s\", \"settledOn\": \"%s\", \"reason\": \"协商解除\"}"
                        .formatted(LocalDate.now().minusDays(1), LocalDate.now());
        ask(sent(post(lease + "/end"), end)).andExpect(status().isPreconditionRequired());
        ask(sent(post(lease + "/end").header("If-Match", "\"1\""), end))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("ENDED_EARLY"));
        ask(get(LEASES + "?state=ENDED_EARLY&text=ZL"))
                .andExpect(jsonPath("$.items.length()").value(1));
    }

    @Test
    void money_and_states_are_told_although_the_version_is_known() throws Exception {
        var unit = UNITS + "/" + unit();
        var building = BUILDINGS + "/" + JsonPath.<String>read(body(ask(get(unit))), "$.building");
        var lease =
                LEASES
                        + "/"
                        + JsonPath.<String>read(
                                body(
                                        ask(
                                                sent(
                                                        post(LEASES),
                                                        lease(
                                                                "ZL-1",
                                                                unit.substring(
                                                                        UNITS.length() + 1))))),
                                "$.id");
        ask(sent(
                        post(lease + "/payments"),
                        "{\"reference\": \"B-1\", \"amountYuan\": 30000, \"paidOn\": \"%s\"}"
                                .formatted(LocalDate.now())))
                .andExpect(status().isCreated());

        ask(get(lease).header("If-None-Match", "\"0\""))
                .andExpect(status().isOk())
                .andExpect(header().string("ETag", "\"0\""))
                .andExpect(jsonPath("$.sums.paid").value(30000.0));
        ask(get(unit).header("If-None-Match", "\"0\""))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("LEASED"));
        ask(get(building).header("If-None-Match", "\"0\""))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.stack[0].units[0].state").value("LEASED"));
    }

    @Test
    void filters_beyond_what_is_kept_find_nothing_or_all() throws Exception {
        unit();
        for (var from : List.of("areaFrom", "loadFrom", "heightFrom", "powerFrom", "craneFrom")) {
            ask(get(UNITS + "?" + from + "=1e999999999"))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.items.length()").value(0));
        }
        for (var all : List.of("areaTo=1e999999999", "areaFrom=1e-999999999", "areaFrom=0e9")) {
            ask(get(UNITS + "?" + all)).andExpect(jsonPath("$.items.length()").value(1));
        }
        for (var day : List.of("%2B999999999-12-31", "-0044-03-15", "%2B300000-01-01")) {
            ask(get(URI.create(BUILDINGS + "/vacancy?day=" + day)))
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(jsonPath("$.errors[0].field").value("day"));
        }
    }

    @Test
    void a_lease_is_signed_once_by_its_key_and_pages_follow_each_other() throws Exception {
        var unit = unit();
        var key = UUID.randomUUID().toString();
        var body = lease("ZL-1", unit);
        ask(sent(post(LEASES).header("Idempotency-Key", key), body))
                .andExpect(status().isCreated());
        ask(sent(post(LEASES).header("Idempotency-Key", key), body))
                .andExpect(status().isCreated());
        unit(); // in another building

        ask(get(LEASES)).andExpect(jsonPath("$.items.length()").value(1));
        var first = body(ask(get(UNITS + "?limit=1")));
        ask(get(UNITS + "?limit=1&cursor=" + JsonPath.<String>read(first, "$.next")))
                .andExpect(jsonPath("$.items[0].id").value(unit))
                .andExpect(jsonPath("$.next").doesNotExist());
        for (var list : List.of(BUILDINGS, UNITS, LEASES, LEASES + "/overdue")) {
            ask(get(list + "?cursor=moon")).andExpect(status().isUnprocessableContent());
        }
    }

    @Test
    void leases_that_end_come_by_their_last_day_page_by_page() throws Exception {
        ask(sent(post(LEASES), lease("ZL-2", unit()))).andExpect(status().isCreated());
        ask(sent(post(LEASES), lease("ZL-1", unit()).replace(TO.toString(), ends(9).toString())))
                .andExpect(status().isCreated());
        ask(sent(post(LEASES), lease("ZL-0", unit()).replace(TO.toString(), ends(-1).toString())))
                .andExpect(status().isCreated());
        var ending = LEASES + "?limit=1&endingBy=" + TO;

        var first = body(ask(get(ending)).andExpect(jsonPath("$.items[0].number").value("ZL-1")));
        ask(get(ending).queryParam("cursor", JsonPath.<String>read(first, "$.next")))
                .andExpect(jsonPath("$.items[0].number").value("ZL-2"))
                .andExpect(jsonPath("$.next").doesNotExist());
        ask(get(LEASES + "?endingBy=" + ends(9))).andExpect(jsonPath("$.items.length()").value(1));
        ask(get(LEASES + "?endingBy=" + ends(8))).andExpect(jsonPath("$.items.length()").value(0));
        for (var odd : List.of("moon", "2027-01-01_", "2027-13-01_" + UUID.randomUUID())) {
            ask(get(ending).queryParam("cursor", odd)).andExpect(status().isUnprocessableContent());
        }
    }

    private static LocalDate ends(int days) {
        return LocalDate.now().plusDays(days);
    }

    @Test
    void the_histories_of_a_building_and_a_lease_page_by_their_cursor() throws Exception {
        var unit = unit();
        var building =
                BUILDINGS
                        + "/"
                        + JsonPath.<String>read(body(ask(get(UNITS + "/" + unit))), "$.building");
        ask(sent(put(building).header("If-Match", "\"0\""), building("A2")))
                .andExpect(status().isOk());
        var lease =
                LEASES
                        + "/"
                        + JsonPath.<String>read(
                                body(ask(sent(post(LEASES), lease("ZL-1", unit)))), "$.id");
        ask(sent(put(lease).header("If-Match", "\"0\""), revised())).andExpect(status().isOk());

        for (var one : List.of(building, lease)) {
            var first =
                    body(
                            ask(get(one + "/history?limit=1"))
                                    .andExpect(jsonPath("$.items.length()").value(1))
                                    .andExpect(jsonPath("$.items[0].act").value("revised")));
            ask(get(one + "/history").queryParam("cursor", JsonPath.<String>read(first, "$.next")))
                    .andExpect(jsonPath("$.items").isNotEmpty())
                    .andExpect(jsonPath("$.next").doesNotExist());
            ask(get(one + "/history?cursor=moon")).andExpect(status().isUnprocessableContent());
            ask(get(one + "/history"), "luzhou").andExpect(status().isNotFound());
            http.perform(
                            get(one + "/history")
                                    .with(
                                            SecurityMockMvcRequestPostProcessors.authentication(
                                                    zones.somebody("deyang", "plots:read"))))
                    .andExpect(status().isForbidden());
        }
    }

    @Test
    void who_may_only_see_changes_nothing() throws Exception {
        var unit = unit();
        for (var request :
                List.of(
                        sent(post(BUILDINGS), building("B")),
                        sent(post(LEASES), lease("ZL-1", unit)),
                        delete(UNITS + "/" + unit).header("If-Match", "\"0\""))) {
            http.perform(
                            request.with(
                                    SecurityMockMvcRequestPostProcessors.authentication(
                                            zones.somebody("deyang", "plots:floors-read"))))
                    .andExpect(status().isForbidden());
        }
    }

    @Test
    void another_zone_sees_nothing() throws Exception {
        var unit = unit();
        var building =
                BUILDINGS
                        + "/"
                        + JsonPath.<String>read(body(ask(get(UNITS + "/" + unit))), "$.building");
        var lease =
                LEASES
                        + "/"
                        + JsonPath.<String>read(
                                body(ask(sent(post(LEASES), lease("ZL-1", unit)))), "$.id");

        for (var path :
                List.of(
                        building,
                        UNITS + "/" + unit,
                        lease,
                        lease + "/instalments",
                        lease + "/payments")) {
            ask(get(path)).andExpect(status().isOk());
            ask(get(path), "luzhou").andExpect(status().isNotFound());
        }
        for (var list :
                List.of(BUILDINGS, UNITS, LEASES, LEASES + "/overdue", LEASES + "/ending")) {
            ask(get(list), "luzhou").andExpect(jsonPath("$.items.length()").value(0));
        }
        ask(get(BUILDINGS + "/vacancy"), "luzhou")
                .andExpect(jsonPath("$.buildings.length()").value(0));
        ask(delete(lease).header("If-Match", "\"0\""), "luzhou").andExpect(status().isNotFound());
        ask(sent(post(LEASES), lease("ZL-1", unit)), "luzhou")
                .andExpect(status().isUnprocessableContent());
    }

    private String unit() throws Exception {
        var number = UUID.randomUUID().toString().substring(0, 8);
        var building =
                JsonPath.<String>read(body(ask(sent(post(BUILDINGS), building(number)))), "$.id");
        var unit =
                """
                {"building": "%s", "profile": {"level": 1, "number": "101", "areaM2": 1000, "loadKnM2": 20,
                 "use": "WORKSHOP", "state": "VACANT"}}
                """
                        .formatted(building);
        return JsonPath.read(
                body(ask(sent(post(UNITS), unit)).andExpect(status().isCreated())), "$.id");
    }

    private static String building(String number) {
        return """
        {"number": "%s", "name": "%s 栋", "longitude": 104.4, "latitude": 31.1,
         "floors": [{"level": 1, "grossM2": 1000}]}
        """
                .formatted(number, number);
    }

    private static String lease(String number, String unit) {
        return "{\"number\": \"%s\", \"tenant\": \"甲公司\", \"units\": [\"%s\"], \"fromDay\": \"%s\", \"terms\": %s}"
                .formatted(number, unit, FROM, terms(TO));
    }

    private static String revised() {
        return "{\"number\": \"ZL-1\", \"tenant\": \"甲公司\", \"terms\": %s}"
                .formatted(terms(TO).replace("\"rentYuanM2\": 20", "\"rentYuanM2\": 22"));
    }

    private static String terms(LocalDate to) {
        return "{\"toDay\": \"%s\", \"rentYuanM2\": 20, \"intervalMonths\": 1, \"dueDay\": 1}"
                .formatted(to);
    }

    private ResultActions ask(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return ask(request, "deyang");
    }

    private ResultActions ask(AbstractMockHttpServletRequestBuilder<?> request, String zone)
            throws Exception {
        return http.perform(
                request.with(
                        SecurityMockMvcRequestPostProcessors.authentication(
                                zones.somebody(zone, "*"))));
    }

    private static AbstractMockHttpServletRequestBuilder<?> sent(
            AbstractMockHttpServletRequestBuilder<?> request, String body) {
        return request.contentType(MediaType.APPLICATION_JSON).content(body);
    }

    private static String body(ResultActions answered) throws Exception {
        return answered.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}
