package org.kaiyuan.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {
    @ParameterizedTest
    @CsvSource({
        "10.20.0.0/16, 10.20.0.0/16",
        "10.20.30.40/16, 10.20.0.0/16",
        "192.0.2.7, 192.0.2.7/32",
        "0.0.0.0/0, 0.0.0.0/0",
        "' 10.0.0.129/25 ', 10.0.0.128/25",
        "2001:db8::/32, 2001:db8:0:0:0:0:0:0/32",
        "2001:DB8:ffff::1/33, 2001:db8:8000:0:0:0:0:0/33",
        "::1, 0:0:0:0:0:0:0:1/128"
    })
    void a_network_is_written_in_one_way(String text, String written) {
        assertThat(AddressRange.of(text)).hasToString(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10",
                "10.1",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0.0/",
                "10.0.0.256",
                "0x0a.0.0.1",
                "localhost",
                "park.example/24",
                "2001:db8::/129",
                "2001:db8",
                "::1/1/2",
                "10.0.0.1, 10.0.0.2"
            })
    void what_is_no_network_is_refused_and_no_name_is_looked_up(String text) {
        assertThatThrownBy(() -> AddressRange.of(text))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "10.20.0.0/16, 10.20.255.255, true",
        "10.20.0.0/16, 10.21.0.0, false",
        "10.20.30.64/26, 10.20.30.127, true",
        "10.20.30.64/26, 10.20.30.128, false",
        "0.0.0.0/0, 203.0.113.9, true",
        "0.0.0.0/0, 2001:db8::1, false",
        "10.0.0.0/8, ::ffff:10.1.2.3, true",
        "2001:db8::/32, 2001:db8:1::9, true",
        "2001:db8::/32, 2001:db9::9, false",
        "fe80::/10, fe80::1%eth0, true",
        "192.0.2.7, 192.0.2.7, true",
        "192.0.2.7, 192.0.2.8, false",
        "192.0.2.7, unknown, false"
    })
    void an_address_is_in_it_or_not(String network, String address, boolean in) {
        assertThat(ApiClientStanding.mayComeFrom(List.of(network), address)).isEqualTo(in);
    }
}
