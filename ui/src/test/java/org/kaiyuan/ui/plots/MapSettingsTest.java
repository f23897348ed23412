package org.kaiyuan.ui.plots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MapSettingsTest {
    @ParameterizedTest
    @CsvSource({
        "https://tiles.park.cn/{z}/{x}/{y}.png, https://tiles.park.cn",
        "http://10.1.2.3:8080/wmts?key=1, http://10.1.2.3:8080",
        "https://t{0-7}.tianditu.gov.cn/vec_w/wmts?tk=1, https://*.tianditu.gov.cn",
        "https://{a-c}.tile.example.org/{z}/{x}/{y}.png, https://*.tile.example.org"
    })
    void pages_may_fetch_pictures_from_where_the_base_map_is(String url, String origin) {
        assertThat(settings(url).origins()).containsExactly(origin);
    }

    @Test
    void without_a_base_map_nothing_foreign_is_fetched() {
        assertThat(settings(null).origins()).isEmpty();
        assertThat(settings(" ").origins()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tiles.park.cn/{z}",
                "ftp://tiles.park.cn",
                "https://",
                "https://a b.cn/",
                "https://*; script-src 'unsafe-inline'"
            })
    void what_is_no_address_is_refused_at_the_start(String url) {
        assertThatThrownBy(() -> settings(url)).hasMessageContaining("kaiyuan.map.url");
    }

    private static MapSettings settings(@Nullable String url) {
        return new MapSettings(url, MapSettings.Kind.XYZ, "", "vec", "w", "tiles", 18);
    }
}
