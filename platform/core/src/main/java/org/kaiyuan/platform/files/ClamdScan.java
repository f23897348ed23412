package org.kaiyuan.platform.files;

import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.kaiyuan.platform.refusal.Refusal.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends a file through clamd's INSTREAM command; what clamd does not answer for is not kept. */
final class ClamdScan implements VirusScan {
    private static final Logger LOG = LoggerFactory.getLogger(ClamdScan.class);
    private static final int CHUNK = 1 << 16;
    private static final int LONGEST_ANSWER = 4096;
    private static final String CLEAN = "stream: OK";
    private static final String FOUND = " FOUND";
    private static final int CONNECT_MILLIS = 5000;

    private final InetSocketAddress address;
    private final Duration timeout;

    /** @param address {@code host:port} */
    ClamdScan(String address, Duration timeout) {
        int colon = address.lastIndexOf(':');
        if (colon < 1 || !address.substring(colon + 1).matches("\\d{1,5}")) {
            throw new IllegalArgumentException(
                    "kaiyuan.files.clamd is host:port, such as 127.0.0.1:3310, not " + address);
        }
        this.address =
                InetSocketAddress.createUnresolved(
                        address.substring(0, colon),
                        Integer.parseInt(address.substring(colon + 1)));
        this.timeout = timeout;
    }

    @Override
    public void look(Path file) {
        String answer;
        try {
            answer = ask(file);
        } catch (IOException e) {
            LOG.warn("clamd at {} does not answer: {}", address, e.toString());
            throw new FileRefused(Kind.UNAVAILABLE, "files.refusal.scanDown");
        }
        if (answer.endsWith(FOUND)) {
            var name = answer.substring(0, answer.length() - FOUND.length());
            throw new FileRefused(
                    "files.refusal.infected", name.substring(name.indexOf(':') + 1).strip());
        }
        if (!answer.equals(CLEAN)) {
            LOG.warn("clamd at {} answered: {}", address, answer);
            throw new FileRefused(Kind.UNAVAILABLE, "files.refusal.scanDown");
        }
    }

    private String ask(Path file) throws IOException {
        try (var socket = new Socket();
                var content = Files.newInputStream(file)) {
            socket.setSoTimeout((int) timeout.toMillis());
            socket.connect(
                    new InetSocketAddress(address.getHostString(), address.getPort()),
                    CONNECT_MILLIS);
            var out = new DataOutputStream(socket.getOutputStream());
            out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
            var chunk = new byte[CHUNK];
            for (int n = content.read(chunk); n > 0; n = content.read(chunk)) {
                out.writeInt(n);
                out.write(chunk, 0, n);
            }
            out.writeInt(0);
            out.flush();
            var answer = socket.getInputStream().readNBytes(LONGEST_ANSWER);
            return new String(answer, StandardCharsets.UTF_8).replace("\0", "").strip();
        }
    }
}
