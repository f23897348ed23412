package org.kaiyuan.platform.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.tika.detect.Detector;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/**
 * What may be taken: the content decides what a file is, and its name must agree. HTML, SVG, programs and
 * scripts are none of it, whatever they are called.
 */
final class FileTypes {
    static final Set<String> PICTURES =
            Set.of("image/png", "image/jpeg", "image/webp", "image/gif");

    private static final String OLE2 = "application/x-tika-msoffice";
    private static final String ZIP = "application/zip";
    private static final String TEXT = "text/plain";
    private static final String UNKNOWN = "application/octet-stream";
    private static final Set<String> PLAIN =
            Set.of(TEXT, "text/csv", "text/tab-separated-values", "message/rfc822");

    private static final List<FileType> KNOWN =
            List.of(
                    type("pdf", "application/pdf"),
                    type("doc", "application/msword", OLE2),
                    type("xls", "application/vnd.ms-excel", OLE2),
                    type("ppt", "application/vnd.ms-powerpoint", OLE2),
                    type("wps", "application/vnd.ms-works", OLE2),
                    type("et", "application/octet-stream", OLE2),
                    type("dps", "application/octet-stream", OLE2),
                    type(
                            "docx",
                            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                            ZipLook.WORD),
                    type(
                            "xlsx",
                            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                            ZipLook.SHEET),
                    type(
                            "pptx",
                            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
                            ZipLook.SLIDES),
                    type("odt", "application/vnd.oasis.opendocument.text", ZipLook.OPEN_DOCUMENT),
                    type(
                            "ods",
                            "application/vnd.oasis.opendocument.spreadsheet",
                            ZipLook.OPEN_DOCUMENT),
                    type("ofd", "application/ofd", ZipLook.OFD),
                    type("png", "image/png"),
                    type("jpg", "image/jpeg"),
                    type("jpeg", "image/jpeg"),
                    type("webp", "image/webp"),
                    type("gif", "image/gif"),
                    type("bmp", "image/bmp"),
                    type("tif", "image/tiff"),
                    type("tiff", "image/tiff"),
                    new FileType("txt", TEXT, PLAIN),
                    new FileType("csv", "text/csv", PLAIN),
                    type("zip", ZIP, ZIP, ZipLook.WORD, ZipLook.SHEET, ZipLook.SLIDES, ZipLook.OFD),
                    type("rar", "application/vnd.rar", "application/x-rar-compressed"),
                    type("7z", "application/x-7z-compressed"),
                    type("dwg", "image/vnd.dwg"),
                    new FileType("dxf", "image/vnd.dxf", Set.of(TEXT, "image/vnd.dxf")));

    private final Detector detector = MimeTypes.getDefaultMimeTypes();
    private final Map<String, FileType> taken = new TreeMap<>();

    /** @param extensions that are taken; all that are known where it is empty */
    FileTypes(Collection<String> extensions) {
        for (var type : KNOWN) {
            if (extensions.isEmpty() || extensions.contains(type.extension())) {
                taken.put(type.extension(), type);
            }
        }
        if (!extensions.isEmpty() && taken.size() != Set.copyOf(extensions).size()) {
            throw new IllegalArgumentException(
                    "kaiyuan.files.types names what is not known: %s; known are %s"
                            .formatted(
                                    extensions.stream().filter(e -> !taken.containsKey(e)).toList(),
                                    KNOWN.stream().map(FileType::extension).toList()));
        }
    }

    /** In alphabetical order, without the dot. */
    List<String> extensions() {
        return List.copyOf(taken.keySet());
    }

    /** @throws FileRefused when the name's extension is not taken */
    void refuseByName(String name) {
        if (!taken.containsKey(FileNames.extension(name))) {
            throw new FileRefused("files.refusal.type", name, String.join("、", taken.keySet()));
        }
    }

    /**
     * @param name as {@link FileNames#safe} made it
     * @throws FileRefused when the type is not taken, or the content is not what the name says
     */
    FileType of(String name, Path file) {
        refuseByName(name);
        var type = taken.get(FileNames.extension(name));
        var content = contentOf(file);
        if (type == null || !type.contents().contains(content)) {
            throw new FileRefused("files.refusal.mismatch", name);
        }
        return type;
    }

    private String contentOf(Path file) {
        try (var content = new BufferedInputStream(Files.newInputStream(file))) {
            var found = detector.detect(content, new Metadata()).getBaseType().toString();
            if (ZipLook.isZip(file)) {
                return ZipLook.into(file);
            }
            if (found.equals(UNKNOWN) && PlainText.is(file)) {
                return TEXT;
            }
            if (found.equals(TEXT) && !PlainText.is(file)) {
                return UNKNOWN;
            }
            return found;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static FileType type(String extension, String mediaType, String... contents) {
        return new FileType(
                extension, mediaType, contents.length == 0 ? Set.of(mediaType) : Set.of(contents));
    }
}
