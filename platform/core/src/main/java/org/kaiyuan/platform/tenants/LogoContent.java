package org.kaiyuan.platform.tenants;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Tells by its content whether a file is a picture that we show; what it is called is not asked. */
final class LogoContent {
    private static final int MOST_PIXELS_A_SIDE = 2000;

    private LogoContent() {}

    /** @throws TenantRefused when it is no PNG or JPEG, broken, or too large */
    static Logo read(byte[] content) {
        if (content.length > Logo.MOST_BYTES) {
            throw new TenantRefused("tenants.refusal.logoTooLarge", Logo.MOST_BYTES >> 10);
        }
        try (ImageInputStream stream =
                ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                throw new TenantRefused("tenants.refusal.logo");
            }
            var reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                var mediaType = mediaType(reader.getFormatName());
                if (reader.getWidth(0) > MOST_PIXELS_A_SIDE
                        || reader.getHeight(0) > MOST_PIXELS_A_SIDE) {
                    throw new TenantRefused("tenants.refusal.logoPixels", MOST_PIXELS_A_SIDE);
                }
                reader.read(0); // a head alone is no picture
                return new Logo(mediaType, content);
            } finally {
                reader.dispose();
            }
        } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException broken) {
            throw new TenantRefused("tenants.refusal.logo");
        }
    }

    private static String mediaType(String format) {
        return switch (format.toLowerCase(Locale.ROOT)) {
            case "png" -> "image/png";
            case "jpeg", "jpg" -> "image/jpeg";
            default -> throw new TenantRefused("tenants.refusal.logo");
        };
    }
}
