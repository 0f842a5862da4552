package io.rocketbots.onboarding.local.engine;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * One file of the engine's log: a mark, then blocks one after the other. A block is its length (4 bytes), the positions of
 * its first and its last record (8 bytes each), a CRC-32C of all these and the payload (4 bytes), and the payload.
 */
final class Segment implements AutoCloseable {

    static final String SUFFIX = ".log";

    /** Bytes before a block's payload. */
    static final int HEADER = 4 + 8 + 8 + 4;

    private static final int CHECKSUM = 4 + 8 + 8;
    private static final int MARK = 8;
    private static final long MARK_OF_THIS_FORMAT = 0x5A65_6562_654C_0001L;

    /**
     * Where a block is.
     *
     * @param offset of its payload in the file
     * @param length of its payload in bytes
     * @param lowest the position of its first record
     * @param highest the position of its last record
     */
    record Block(Segment segment, long offset, int length, long lowest, long highest) {}

    private final Path file;
    private final FileChannel channel;
    private volatile long size;

    private Segment(Path file, FileChannel channel, long size) {
        this.file = file;
        this.channel = channel;
        this.size = size;
    }

    /** Begins a file whose first record will have that position. */
    static Segment create(Path directory, long lowest) throws IOException {
        Path file = directory.resolve(String.format(Locale.ROOT, "%020d%s", lowest, SUFFIX));
        // What lies there was never used: its first block was never whole.
        Files.deleteIfExists(file);
        FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
        ByteBuffer mark = ByteBuffer.allocate(MARK).putLong(MARK_OF_THIS_FORMAT).flip();
        while (mark.hasRemaining()) {
            channel.write(mark);
        }
        channel.force(true);
        forceDirectory(directory);
        return new Segment(file, channel, MARK);
    }

    /** Whether nothing was written to that file but a part of its mark. */
    static boolean isEmpty(Path file) throws IOException {
        return Files.size(file) <= MARK;
    }

    /**
     * Opens a file and looks at each block in it.
     *
     * @param last whether it is the newest one, at whose end a power failure may have left a part of a block: that is cut
     *     off, since nobody was told yet that the block was written
     */
    static Segment open(Path file, boolean last, Consumer<Block> blocks) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            long whole = channel.size();
            Segment segment = new Segment(file, channel, MARK);
            long end = segment.scan(whole, blocks);
            if (end < whole) {
                if (!last || segment.continuesAfter(end, whole)) {
                    throw new EngineFilesBroken(file + " is damaged at byte " + end + " of " + whole + ".");
                }
                channel.truncate(end);
                channel.force(true);
            }
            segment.size = end;
            return segment;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Where the last whole block ends. */
    private long scan(long whole, Consumer<Block> blocks) throws IOException {
        ByteBuffer mark = ByteBuffer.allocate(MARK);
        if (whole < MARK || !readFully(mark, 0) || mark.flip().getLong() != MARK_OF_THIS_FORMAT) {
            throw new EngineFilesBroken(file + " is not a file of the engine's log.");
        }
        long at = MARK;
        while (at < whole) {
            Block block = blockAt(at, whole);
            if (block == null) {
                return at;
            }
            blocks.accept(block);
            at = block.offset() + block.length();
        }
        return at;
    }

    private @Nullable Block blockAt(long at, long whole) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(HEADER);
        if (at + HEADER > whole || !readFully(header, at)) {
            return null;
        }
        header.flip();
        int length = header.getInt();
        long lowest = header.getLong();
        long highest = header.getLong();
        int checksum = header.getInt();
        if (length <= 0 || at + HEADER + length > whole) {
            return null;
        }
        ByteBuffer payload = ByteBuffer.allocate(length);
        if (!readFully(payload, at + HEADER) || checksum != checksum(header, payload.flip())) {
            return null;
        }
        return new Block(this, at + HEADER, length, lowest, highest);
    }

    // A block is written after the one before it was forced: whatever follows a broken one was once whole behind it.
    private boolean continuesAfter(long broken, long whole) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(HEADER);
        if (broken + HEADER > whole || !readFully(header, broken)) {
            return false;
        }
        long next = broken + HEADER + header.flip().getInt();
        return next > broken && next < whole && blockAt(next, whole) != null;
    }

    private static int checksum(ByteBuffer header, ByteBuffer payload) {
        CRC32C crc = new CRC32C();
        crc.update(header.duplicate().position(0).limit(CHECKSUM));
        crc.update(payload.duplicate());
        return (int) crc.getValue();
    }

    /** Fills in the header of a buffer that holds the payload behind it. */
    static void seal(ByteBuffer buffer, long lowest, long highest) {
        buffer.putInt(0, buffer.limit() - HEADER).putLong(4, lowest).putLong(12, highest);
        buffer.putInt(CHECKSUM, checksum(buffer, buffer.duplicate().position(HEADER)));
    }

    /** Writes a sealed block and returns once the disk has it; when that fails, nothing of it is left. */
    Block append(ByteBuffer sealed, long lowest, long highest) throws IOException {
        long start = size;
        int length = sealed.limit() - HEADER;
        try {
            long at = start;
            while (sealed.hasRemaining()) {
                at += channel.write(sealed, at);
            }
            channel.force(false);
        } catch (IOException e) {
            channel.truncate(start);
            throw e;
        }
        size = start + HEADER + length;
        return new Block(this, start + HEADER, length, lowest, highest);
    }

    ByteBuffer read(Block block) throws IOException {
        ByteBuffer payload = ByteBuffer.allocate(block.length());
        if (!readFully(payload, block.offset())) {
            throw new EOFException(file + " ends within a block.");
        }
        return payload.flip();
    }

    private boolean readFully(ByteBuffer target, long at) throws IOException {
        long next = at;
        while (target.hasRemaining()) {
            int read = channel.read(target, next);
            if (read < 0) {
                return false;
            }
            next += read;
        }
        return true;
    }

    long size() {
        return size;
    }

    Path file() {
        return file;
    }

    void delete() throws IOException {
        channel.close();
        Files.deleteIfExists(file);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** Makes the names in a directory last; Windows has no such thing and does not need it. */
    static void forceDirectory(Path directory) throws IOException {
        if (System.getProperty("os.name").startsWith("Windows")) {
            return;
        }
        try (FileChannel names = FileChannel.open(directory, StandardOpenOption.READ)) {
            names.force(true);
        }
    }
}
