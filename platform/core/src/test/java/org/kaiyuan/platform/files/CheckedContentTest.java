package org.kaiyuan.platform.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckedContentTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 16383, 16384, 16385, 32768, 100_000})
    void whole_content_is_handed_out_whole_and_damaged_content_never(int length)
            throws IOException {
        var bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        var sha256 = HexFormat.of().formatHex(Checksums.sha256().digest(bytes));

        assertThat(new CheckedContent(new ByteArrayInputStream(bytes), "x", sha256).readAllBytes())
                .isEqualTo(bytes);

        bytes[length / 2] ^= 1;
        var got = new ByteArrayOutputStream();
        assertThatThrownBy(() ->
                        new CheckedContent(new ByteArrayInputStream(bytes), "x", sha256)
                                .transferTo(got))
                .isInstanceOf(IOException.class);
        assertThat(got.size()).isLessThan(length);
    }
}
