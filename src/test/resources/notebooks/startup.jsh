import java.time.*;
import java.util.*;
import java.util.stream.*;
